package io.fluxj.source.chart;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.api.source.v1.HelmChartStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a chart is built.
 *
 * @param valuesFiles those that replace its own; empty when it keeps its own
 * @param ignoreMissing whether missing ones are left out
 * @param metadata build metadata that its version gets; empty when it keeps its own
 * @param stored what is stored already for this very spec
 */
record BuildOptions(List<String> valuesFiles, boolean ignoreMissing, String metadata, Stored stored) {
    private static final String OWN = "values.yaml";

    BuildOptions {
        valuesFiles = List.copyOf(valuesFiles);
    }

    /**
     * A chart that is stored.
     *
     * @param name of the chart; empty when none is stored that could be used
     * @param version of the chart
     * @param valuesFiles that went into it
     */
    record Stored(String name, String version, List<String> valuesFiles) {
        private static final Stored NONE = new Stored("", "", List.of());

        static Stored of(HelmChart chart, @Nullable HelmChartStatus status, List<String> valuesFiles) {
            if (status == null) {
                return NONE;
            }
            Artifact artifact = status.artifact();
            if (artifact == null || !isObserved(chart, status)) {
                return NONE;
            }
            boolean told = Boolean.TRUE.equals(chart.getSpec().ignoreMissingValuesFiles());
            return new Stored(
                    Objects.requireNonNullElse(status.observedChartName(), ""),
                    artifact.revision(),
                    told ? status.observedValuesFiles() : valuesFiles);
        }

        private static boolean isObserved(HelmChart chart, HelmChartStatus status) {
            return Objects.equals(
                    status.observedGeneration(), chart.getMetadata().getGeneration());
        }
    }

    /**
     * Those of an object.
     *
     * @param status as it is now
     * @param revision what the version is to say of the source; empty for nothing
     */
    static BuildOptions of(HelmChart chart, @Nullable HelmChartStatus status, String revision) {
        HelmChartSpec spec = chart.getSpec();
        List<String> files = replacing(spec.valuesFiles());
        return new BuildOptions(
                files,
                Boolean.TRUE.equals(spec.ignoreMissingValuesFiles()),
                metadata(
                        revision,
                        files.isEmpty()
                                ? ""
                                : String.valueOf(chart.getMetadata().getGeneration())),
                Stored.of(chart, status, files));
    }

    /** A chart's own values alone replace nothing. */
    private static List<String> replacing(List<String> files) {
        boolean own = files.size() == 1
                && files.getFirst().replaceFirst("^(?:\\./+)+", "").equals(OWN);
        return own ? List.of() : files;
    }

    private static String metadata(String revision, String generation) {
        return revision.isEmpty() || generation.isEmpty() ? revision + generation : revision + "." + generation;
    }

    /** Whether it cannot be taken as it is. */
    boolean requirePackaging() {
        return !valuesFiles.isEmpty() || !metadata.isEmpty();
    }

    /** Whether the stored one is this chart. */
    boolean isStored(String name, String version) {
        return stored.name().equals(name) && stored.version().equals(version);
    }
}
