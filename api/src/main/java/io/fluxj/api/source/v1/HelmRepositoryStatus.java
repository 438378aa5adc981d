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
 * What was found when the index was last fetched. Empty for OCI registries.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled, ArtifactInStorage and FetchFailed.
 * @param artifact The last index that was fetched.
 * @param url Address that always leads to the last index. Prefer the url within artifact, which is exact.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmRepositoryStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable Artifact artifact,
        @Nullable String url,
        @UnknownFields Map<String, Object> unknown)
        implements HoldsArtifact, HelmRepositoryStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmRepositoryStatus {
        conditions = Absent.copy(conditions);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmRepositoryStatusBuilder builder() {
        return HelmRepositoryStatusBuilder.builder();
    }
}
