package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.GoDuration;
import java.time.Instant;
import java.util.Map;

/**
 * A result that was reached one or more times.
 *
 * @param digest Digest of the manifests that were applied, as algorithm:hex.
 * @param firstReconciled When this result was first reached.
 * @param lastReconciled When this result was last reached.
 * @param lastReconciledDuration How long the last time took.
 * @param lastReconciledStatus Reason of the Ready condition the last time.
 * @param totalReconciliations How many times this result was reached.
 * @param metadata More about the source, such as revision and originRevision.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HistoryEntry(
        String digest,
        @Rfc3339 Instant firstReconciled,
        @Rfc3339 Instant lastReconciled,
        GoDuration lastReconciledDuration,
        String lastReconciledStatus,
        Long totalReconciliations,
        Map<String, String> metadata,
        @UnknownFields Map<String, Object> unknown)
        implements HistoryEntryBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HistoryEntry {
        metadata = Absent.copy(metadata);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HistoryEntryBuilder builder() {
        return HistoryEntryBuilder.builder();
    }
}
