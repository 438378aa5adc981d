package io.fluxj.helm.chart;

import io.fluxj.archive.ArchiveException;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads charts from folders and archives. Nothing outside of them is read. */
public final class ChartLoader {
    private final LoadLimits limits;
    private final Notices notices;

    public ChartLoader(LoadLimits limits, Notices notices) {
        this.limits = limits;
        this.notices = notices;
    }

    /**
     * Loads a folder or a packaged chart.
     *
     * @throws HelmException when it is no chart, or goes beyond the limits
     * @throws UncheckedIOException when it cannot be read
     */
    public Chart load(Path path) {
        return Files.isDirectory(path) ? folder(path) : file(path);
    }

    /**
     * Loads a packaged chart.
     *
     * @param source read to its end, not closed
     * @throws HelmException when it is no chart, or goes beyond the limits
     */
    public Chart archive(InputStream source) {
        LoadBudget budget = new LoadBudget(limits);
        try {
            return assembled(ChartArchive.files(source, budget), budget);
        } catch (ArchiveException e) {
            throw new HelmException(Subject.CHART, "unable to load chart archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chart folder(Path path) {
        Path declaration = path.resolve("Chart.yaml");
        if (!Files.exists(declaration)) {
            throw new HelmException(
                    Subject.CHART,
                    "unable to detect chart at " + path.toAbsolutePath() + ": open " + declaration.toAbsolutePath()
                            + ": no such file or directory");
        }
        LoadBudget budget = new LoadBudget(limits);
        List<ChartFile> files = ChartFolder.files(path, budget, notices);
        return new ChartAssembly(budget, notices).assembled(files);
    }

    private Chart file(Path path) {
        LoadBudget budget = new LoadBudget(limits);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            requireGzip(path, in);
            return assembled(ChartArchive.files(in, budget), budget);
        } catch (ArchiveException e) {
            throw new HelmException(
                    Subject.CHART,
                    "file '" + path + "' does not appear to be a valid chart file (details: " + e.getMessage() + ")",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireGzip(Path path, InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        if (!gzip) {
            String name = path.toString();
            boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
            throw new HelmException(
                    Subject.CHART,
                    yaml
                            ? "file '" + path + "' seems to be a YAML file, but expected a gzipped archive"
                            : "file '" + path + "' does not appear to be a gzipped archive");
        }
    }

    private Chart assembled(List<ChartFile> files, LoadBudget budget) {
        if (files.stream().noneMatch(file -> file.name().equals("Chart.yaml"))) {
            throw new HelmException(Subject.CHART, "unable to detect chart version, no Chart.yaml found");
        }
        return new ChartAssembly(budget, notices).assembled(files);
    }
}
