package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was last done.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling and Stalled.
 * @param lastAutomationRunTime When it was last looked for something to change.
 * @param lastPushCommit Hash of the last commit that was pushed.
 * @param lastPushTime When it was pushed.
 * @param observedPolicies The images that were last written, by the name of the ImagePolicy.
 * @param observedSourceRevision Revision of the source that was last looked at.
 * @param pullRequest Address of the open pull request. Not known to Flux.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImageUpdateAutomationStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Rfc3339 @Nullable Instant lastAutomationRunTime,
        @Nullable String lastPushCommit,
        @Rfc3339 @Nullable Instant lastPushTime,
        Map<String, ImageReference> observedPolicies,
        @Nullable String observedSourceRevision,
        @Nullable String pullRequest,
        @UnknownFields Map<String, Object> unknown)
        implements ImageUpdateAutomationStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImageUpdateAutomationStatus {
        conditions = Absent.copy(conditions);
        observedPolicies = Absent.copy(observedPolicies);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageUpdateAutomationStatusBuilder builder() {
        return ImageUpdateAutomationStatusBuilder.builder();
    }
}
