package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the chart was last looked for.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled, ArtifactInStorage, BuildFailed and SourceVerified.
 * @param artifact The last chart that was packed. Stays while later attempts fail.
 * @param observedChartName Name of the chart in the artifact.
 * @param observedSourceArtifactRevision Revision of the source that the chart was made from.
 * @param observedValuesFiles Values files that went into the artifact.
 * @param url Address that always leads to the last chart. Prefer the url within artifact, which is exact.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmChartStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable Artifact artifact,
        @Nullable String observedChartName,
        @Nullable String observedSourceArtifactRevision,
        List<String> observedValuesFiles,
        @Nullable String url,
        @UnknownFields Map<String, Object> unknown)
        implements HoldsArtifact, HelmChartStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmChartStatus {
        conditions = Absent.copy(conditions);
        observedValuesFiles = Absent.copy(observedValuesFiles);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmChartStatusBuilder builder() {
        return HelmChartStatusBuilder.builder();
    }
}
