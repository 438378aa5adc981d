package io.fluxj.helm.chart;

import io.fluxj.archive.ArchiveException;
import io.fluxj.archive.ArchiveException.Problem;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The files of a packaged chart, in the order of the archive, without the folder that they are in. */
final class ChartArchive {
    /** Headers and padding of the tar, over the bytes of the files. */
    private static final int PER_FILE = 4096;

    private final LoadBudget budget;
    private final List<ChartFile> files = new ArrayList<>();

    private ChartArchive(LoadBudget budget) {
        this.budget = budget;
    }

    /** @throws IOException when reading fails or the archive is malformed */
    static List<ChartFile> files(InputStream source, LoadBudget budget) throws IOException {
        ChartArchive archive = new ChartArchive(budget);
        long bytes = budget.bytesLeft() + PER_FILE * (budget.filesLeft() + 4L);
        int most = Math.max(1, budget.filesLeft());
        try {
            TarGz.read(source, new ExtractionLimits(bytes, 2 * most, 4096), archive::add);
        } catch (ArchiveException e) {
            if (e.problem() == Problem.TOO_LARGE) {
                throw budget.tooLarge();
            }
            throw e;
        }
        if (archive.files.isEmpty()) {
            throw new HelmException(Subject.CHART, "no files in chart archive");
        }
        return archive.files;
    }

    private void add(TarGz.Member member, InputStream content) throws IOException {
        String name = pathInChart(member.name());
        byte[] data = content.readNBytes(budget.nextFile());
        budget.open(name, data.length);
        files.add(new ChartFile(name, ByteOrderMark.removed(data), member.modified()));
    }

    /** Where a file lies in the chart. */
    static String pathInChart(String name) {
        char delimiter = name.indexOf('\\') >= 0 ? '\\' : '/';
        int first = name.indexOf(delimiter);
        String rest = first < 0 ? "" : name.substring(first + 1).replace(delimiter, '/');
        if (rest.startsWith("/")) {
            throw refused("chart illegally contains absolute paths");
        }
        String clean = cleaned(rest);
        if (clean.equals(".")) {
            throw refused("chart illegally contains content outside the base directory: " + Quoting.quoted(name));
        }
        if (clean.startsWith("..")) {
            throw refused("chart illegally references parent directory");
        }
        if (clean.matches("[a-zA-Z]:/.*")) {
            throw refused("chart contains illegally named files");
        }
        if (first >= 0 && name.substring(0, first).equals("Chart.yaml")) {
            throw refused("chart yaml not in base directory");
        }
        return clean;
    }

    private static HelmException refused(String message) {
        return new HelmException(Subject.CHART, message);
    }

    /** {@code path.Clean} of a relative path. */
    static String cleaned(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }
}
