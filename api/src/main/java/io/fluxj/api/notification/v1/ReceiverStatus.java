package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the webhook is reached.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling and Stalled.
 * @param webhookPath Path of the webhook on the host of the notification controller, as /hook/digest. Who knows it can call it, so it is as secret as the token.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ReceiverStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable String webhookPath,
        @UnknownFields Map<String, Object> unknown)
        implements ReceiverStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ReceiverStatus {
        conditions = Absent.copy(conditions);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ReceiverStatusBuilder builder() {
        return ReceiverStatusBuilder.builder();
    }
}
