package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling and Stalled.
 * @param latestRef The image that is chosen.
 * @param observedPreviousRef The image that was chosen before.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImagePolicyStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable ImageReference latestRef,
        @Nullable ImageReference observedPreviousRef,
        @UnknownFields Map<String, Object> unknown)
        implements ImagePolicyStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImagePolicyStatus {
        conditions = Absent.copy(conditions);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImagePolicyStatusBuilder builder() {
        return ImagePolicyStatusBuilder.builder();
    }
}
