package io.fluxj.helmrelease.chart;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts that were used last, by the digests of their artifacts. */
final class LoadedCharts {

    private static final int MOST = 32;

    private final Map<String, Chart> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Chart> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The chart in an artifact.
     *
     * @throws HelmException when it is none
     */
    Chart of(UnpackedArtifact artifact) throws IOException {
        synchronized (kept) {
            @Nullable Chart known = kept.get(artifact.digest());
            if (known != null) {
                return known;
            }
        }
        Chart chart = new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder(artifact.root()));
        synchronized (kept) {
            kept.put(artifact.digest(), chart);
        }
        return chart;
    }

    /** A packaged chart is one folder. */
    private static Path folder(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> all = entries.toList();
            if (all.size() == 1 && Files.isDirectory(all.getFirst())) {
                return all.getFirst();
            }
        }
        throw new HelmException(
                Subject.CHART,
                "chart illegally contains content outside the base directory: a packaged chart is one folder, as helm package makes it");
    }
}
