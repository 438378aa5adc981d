package io.fluxj.helm.chart;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a chart's folder, in the order of their names. Links are followed, but not out of the folder. */
final class ChartFolder {
    private static final int MOST_FOLDERS_DEEP = 100;

    private final Path root;
    private final LoadBudget budget;
    private final Notices notices;
    private final HelmIgnore ignore;
    private final List<ChartFile> files = new ArrayList<>();

    private ChartFolder(Path root, LoadBudget budget, Notices notices) throws IOException {
        this.root = root.toRealPath();
        this.budget = budget;
        this.notices = notices;
        Path rules = this.root.resolve(HelmIgnore.FILE);
        this.ignore = Files.isRegularFile(rules, LinkOption.NOFOLLOW_LINKS)
                ? HelmIgnore.of(new String(bytes(rules, HelmIgnore.FILE, Files.size(rules)), StandardCharsets.UTF_8))
                : HelmIgnore.none();
    }

    static List<ChartFile> files(Path root, LoadBudget budget, Notices notices) {
        try {
            ChartFolder folder = new ChartFolder(root, budget, notices);
            folder.enter(folder.root, "", 0);
            return folder.files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enter(Path folder, String path, int depth) throws IOException {
        if (depth > MOST_FOLDERS_DEEP) {
            throw new HelmException(
                    Subject.LIMIT, "folders of the chart are nested deeper than " + MOST_FOLDERS_DEEP + ": " + path);
        }
        List<String> names;
        try (Stream<Path> inner = Files.list(folder)) {
            names = inner.limit(budget.filesLeft() + 1L)
                    .map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
        for (String name : names) {
            visit(folder.resolve(name), path.isEmpty() ? name : path + "/" + name, depth);
        }
    }

    private void visit(Path file, String path, int depth) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            Path target = followed(file, path);
            visitPlain(target, Files.readAttributes(target, BasicFileAttributes.class), path, depth);
        } else {
            visitPlain(file, attributes, path, depth);
        }
    }

    private void visitPlain(Path file, BasicFileAttributes attributes, String path, int depth) throws IOException {
        if (ignore.leavesOut(path, attributes.isDirectory())) {
            return;
        }
        if (attributes.isDirectory()) {
            enter(file, path, depth + 1);
        } else if (attributes.isRegularFile()) {
            byte[] data = bytes(file, path, attributes.size());
            files.add(new ChartFile(
                    path,
                    ByteOrderMark.removed(data),
                    attributes.lastModifiedTime().toInstant()));
        } else {
            throw new HelmException(
                    Subject.CHART, "cannot load irregular file " + file + " as it has file mode type bits set");
        }
    }

    private Path followed(Path link, String path) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            throw new HelmException(
                    Subject.CHART, "error evaluating symlink " + link + ": it leads nowhere, or in a circle", e);
        }
        if (!target.startsWith(root)) {
            throw new HelmException(Subject.CHART, "symbolic link " + path + " leads out of the chart")
                    .advising("copy the file into the chart");
        }
        if (link.startsWith(target)) {
            throw new HelmException(Subject.CHART, "symbolic link " + path + " leads to a folder that it lies in");
        }
        notices.add(Notice.info(
                "found symbolic link in path. Contents of linked file included and used",
                new Notice.Attribute("path", link.toString()),
                new Notice.Attribute("resolved", target.toString())));
        return target;
    }

    private byte[] bytes(Path file, String path, long size) throws IOException {
        budget.open(path, size);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] data = in.readNBytes((int) Math.min(size + 1, Integer.MAX_VALUE - 8));
            if (data.length > size) {
                throw budget.tooLarge();
            }
            return data;
        }
    }
}
