package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ResourceInventory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last attempts came to.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled and Healthy.
 * @param lastAppliedRevision Revision of the source that was last applied with success.
 * @param lastAppliedRevisions With spec.sourceRefs: the revisions of all sources, by their names, that were last applied with success.
 * @param lastAppliedOriginRevision Revision of the source's own source, such as the Git commit an OCI artifact was made of, for the last one applied with success.
 * @param lastAttemptedRevision Revision of the source that was last tried.
 * @param inventory The objects that were applied and are owned by this Kustomization.
 * @param history The last five distinct results, newest first.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record KustomizationStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable String lastAppliedRevision,
        Map<String, String> lastAppliedRevisions,
        @Nullable String lastAppliedOriginRevision,
        @Nullable String lastAttemptedRevision,
        @Nullable ResourceInventory inventory,
        List<HistoryEntry> history,
        @UnknownFields Map<String, Object> unknown)
        implements KustomizationStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public KustomizationStatus {
        conditions = Absent.copy(conditions);
        lastAppliedRevisions = Absent.copy(lastAppliedRevisions);
        history = Absent.copy(history);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static KustomizationStatusBuilder builder() {
        return KustomizationStatusBuilder.builder();
    }
}
