package io.fluxj.runtime.reconcile;

import java.time.Instant;

/**
 * One condition of an object's status.
 *
 * @param type the condition's type, for example {@code Ready}
 * @param status its value
 * @param reason CamelCase
 * @param message for people; at most {@value #MESSAGE_LIMIT} bytes, longer ones are cut
 * @param lastTransitionTime when status, reason or message last changed, in whole seconds
 * @param observedGeneration the generation of the spec that this speaks of
 */
public record Mark(
        String type,
        ConditionStatus status,
        String reason,
        String message,
        Instant lastTransitionTime,
        long observedGeneration) {

    /** Bytes of UTF-8 that a message may have. */
    public static final int MESSAGE_LIMIT = 32768;

    public Mark {
        message = MessageLimit.cut(message);
    }
}
