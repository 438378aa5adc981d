package io.fluxj.helmrelease.chart;

import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.runtime.artifact.ArtifactForm;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * @throws io.fluxj.helm.HelmException when it is none
     */
    Chart of(UnpackedArtifact artifact) throws IOException {
        synchronized (kept) {
            @Nullable Chart known = kept.get(artifact.digest());
            if (known != null) {
                return known;
            }
        }
        Chart chart = loaded(artifact.root().resolve(ArtifactForm.FILE));
        synchronized (kept) {
            kept.put(artifact.digest(), chart);
        }
        return chart;
    }

    private static Chart loaded(Path file) throws IOException {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file))) {
            return new ChartLoader(LoadLimits.STANDARD, Notices.NONE).archive(packed);
        }
    }
}
