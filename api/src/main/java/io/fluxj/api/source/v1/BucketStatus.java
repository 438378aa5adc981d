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
 * What was found when the bucket was last looked at.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled, ArtifactInStorage and FetchFailed.
 * @param artifact The last artifact that was made. Stays while later attempts fail.
 * @param observedIgnore The value of spec.ignore that went into the artifact.
 * @param url Address that always leads to the last artifact. Prefer the url within artifact, which is exact.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record BucketStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable Artifact artifact,
        @Nullable String observedIgnore,
        @Nullable String url,
        @UnknownFields Map<String, Object> unknown)
        implements HoldsArtifact, BucketStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public BucketStatus {
        conditions = Absent.copy(conditions);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static BucketStatusBuilder builder() {
        return BucketStatusBuilder.builder();
    }
}
