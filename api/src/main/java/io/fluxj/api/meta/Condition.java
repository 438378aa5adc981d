package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of an object's state, by the rules of the Kubernetes API conventions.
 *
 * @param type Which aspect this is, for instance Ready, Reconciling or Stalled.
 * @param status Whether the aspect holds (True), does not hold (False), or is not known (Unknown).
 * @param observedGeneration Generation of the object's spec (metadata.generation) that this condition speaks of.
 * @param lastTransitionTime When status, reason or message last changed, in UTC with whole seconds.
 * @param reason One word in CamelCase for programs that says why the condition is as it is.
 * @param message Sentence for people with the details; empty when there is nothing to say.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Condition(
        String type,
        Choice<ConditionStatus> status,
        @Nullable Long observedGeneration,
        @Rfc3339 Instant lastTransitionTime,
        String reason,
        String message,
        @UnknownFields Map<String, Object> unknown)
        implements ConditionBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Condition {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ConditionBuilder builder() {
        return ConditionBuilder.builder();
    }
}
