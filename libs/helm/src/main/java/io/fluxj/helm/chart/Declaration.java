package io.fluxj.helm.chart;

import io.fluxj.archive.ArchiveException;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.StructValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a chart says of itself, of which nothing else is kept in memory.
 *
 * @param struct of the shape {@link ChartShapes#METADATA}, not looked at yet
 */
public record Declaration(StructValue struct) {
    private static final String CHART = "Chart.yaml";
    private static final String REQUIREMENTS = "requirements.yaml";
    private static final int PER_FILE = 4096;

    /**
     * Of a chart's folder.
     *
     * @param shown what the folder is called in messages
     * @throws HelmException when there is none, or it cannot be read
     */
    public static Declaration ofFolder(Path folder, String shown, LoadLimits limits) {
        LoadBudget budget = new LoadBudget(limits);
        if (!isFile(folder.resolve(CHART))) {
            throw refused("open " + shown + "/" + CHART + ": no such file or directory");
        }
        ChartParts parts = new ChartParts(notice -> {});
        try {
            parts.declaration(read(folder, CHART, budget));
            if (isFile(folder.resolve(REQUIREMENTS))) {
                parts.add(read(folder, REQUIREMENTS, budget));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Declaration(parts.declared());
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static ChartFile read(Path folder, String name, LoadBudget budget) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return read(name, in, budget);
        }
    }

    private static ChartFile read(String name, InputStream in, LoadBudget budget) throws IOException {
        byte[] data = in.readNBytes(budget.nextFile());
        budget.open(name, data.length);
        return new ChartFile(name, ByteOrderMark.removed(data), Instant.EPOCH);
    }

    /**
     * Of a packaged chart, all of which is looked through.
     *
     * @throws HelmException when it is no package, or its files do not lie in one folder
     */
    public static Declaration ofArchive(Path archive, LoadLimits limits) {
        Found found = new Found(new LoadBudget(limits));
        ExtractionLimits bounds = new ExtractionLimits(
                limits.bytes() + PER_FILE * (limits.files() + 4L), Math.max(1, 2 * limits.files()), PER_FILE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            TarGz.read(in, bounds, found::take);
        } catch (ArchiveException malformed) {
            throw new HelmException(Subject.CHART, String.valueOf(malformed.getMessage()), malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.declaration();
    }

    /** What was found so far, in whatever order it came. */
    private static final class Found {
        private final LoadBudget budget;
        private final Map<String, ChartFile> files = new HashMap<>();

        Found(LoadBudget budget) {
            this.budget = budget;
        }

        void take(TarGz.Member member, InputStream content) throws IOException {
            String name = ChartArchive.pathInChart(member.name());
            if (name.equals(CHART) || name.equals(REQUIREMENTS)) {
                files.put(name, read(name, content, budget));
            }
        }

        Declaration declaration() {
            ChartFile chart = files.get(CHART);
            if (chart == null) {
                throw refused("no '" + CHART + "' found");
            }
            ChartParts parts = new ChartParts(notice -> {});
            parts.declaration(chart);
            Optional.ofNullable(files.get(REQUIREMENTS)).ifPresent(parts::add);
            return new Declaration(parts.declared());
        }
    }

    /**
     * What it says, once it is found right.
     *
     * @throws HelmException naming the field that is wrong
     */
    public ChartMetadata checked() {
        return MetadataRules.checked(struct);
    }

    private static HelmException refused(String message) {
        return new HelmException(Subject.CHART, message);
    }
}
