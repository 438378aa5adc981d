package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was made.
 *
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling and Stalled.
 * @param inventory The objects that were made.
 * @param observedSourcesDigest Digest over the artifacts of all sources that were used.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ArtifactGeneratorStatus(
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        List<GeneratedArtifact> inventory,
        @Nullable String observedSourcesDigest,
        @UnknownFields Map<String, Object> unknown)
        implements ArtifactGeneratorStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ArtifactGeneratorStatus {
        conditions = Absent.copy(conditions);
        inventory = Absent.copy(inventory);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ArtifactGeneratorStatusBuilder builder() {
        return ArtifactGeneratorStatusBuilder.builder();
    }
}
