package io.fluxj.runtime.reconcile;

import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import java.util.List;
import java.util.Optional;

/** The working conditions of a pass; the frame writes them. Not safe for use by several threads. */
public interface Conditions {
    /** Sets {@code type} to True. */
    void markTrue(String type, Reason reason, String message);

    /** Sets {@code type} to False. */
    void markFalse(String type, Reason reason, String message);

    /** Sets {@code type} to Unknown. */
    void markUnknown(String type, Reason reason, String message);

    /** Removes {@code type}. */
    void clear(String type);

    /** The condition of that type. */
    Optional<Condition> get(String type);

    /** All of them, in the order in which they are stored. */
    List<Condition> all();

    /** Whether {@code type} is there and True. */
    default boolean isTrue(String type) {
        return get(type)
                .filter(condition -> condition.status().is(ConditionStatus.TRUE))
                .isPresent();
    }

    /** Whether {@code type} is there and False. */
    default boolean isFalse(String type) {
        return get(type)
                .filter(condition -> condition.status().is(ConditionStatus.FALSE))
                .isPresent();
    }
}
