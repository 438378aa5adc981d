package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events.
 *
 * @param delivered Ours: how many events were sent for this Alert.
 * @param failed Ours: how many events could not be sent for this Alert.
 * @param lastDelivered Ours: when an event was sent last.
 * @param lastFailed Ours: when an event could last not be sent.
 * @param lastError Ours: why not.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record AlertStatus(
        @Nullable Long delivered,
        @Nullable Long failed,
        @Nullable Instant lastDelivered,
        @Nullable Instant lastFailed,
        @Nullable String lastError,
        @UnknownFields Map<String, Object> unknown)
        implements AlertStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public AlertStatus {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static AlertStatusBuilder builder() {
        return AlertStatusBuilder.builder();
    }
}
