package io.fluxj.apply.health;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import java.time.Duration;
import java.util.Set;

/**
 * How to wait.
 *
 * @param timeout how long at most
 * @param failFast whether one failed object ends the wait
 * @param rules how objects are judged
 * @param waits how to block; ends the wait from outside
 * @param mayVanish objects that count as current when they are gone: Jobs that clean up after themselves
 * @param labelSelector when all objects awaited carry these labels: they are read by one list per kind and namespace; else empty
 */
public record HealthOptions(
        Duration timeout,
        boolean failFast,
        HealthRules rules,
        Waits waits,
        Set<ObjectRef> mayVanish,
        String labelSelector) {

    public HealthOptions {
        mayVanish = Set.copyOf(mayVanish);
    }

    /** Waits this long at most by the standard rules, ends on the first failed object, cannot be cancelled. */
    public static HealthOptions of(Duration timeout) {
        return new HealthOptions(timeout, true, HealthRules.standard(), Waits.plain(), Set.of(), "");
    }

    /** The same, simply blocking, with another time. */
    HealthOptions within(Duration other) {
        return new HealthOptions(other, failFast, rules, Waits.plain(), mayVanish, labelSelector);
    }

    /** The same with or without ending on the first failed object. */
    public HealthOptions withFailFast(boolean other) {
        return new HealthOptions(timeout, other, rules, waits, mayVanish, labelSelector);
    }

    /** The same with other rules. */
    public HealthOptions withRules(HealthRules other) {
        return new HealthOptions(timeout, failFast, other, waits, mayVanish, labelSelector);
    }

    /** The same with another way to block. */
    public HealthOptions withWaits(Waits other) {
        return new HealthOptions(timeout, failFast, rules, other, mayVanish, labelSelector);
    }

    /** The same with other objects that may be gone. */
    public HealthOptions withMayVanish(Set<ObjectRef> other) {
        return new HealthOptions(timeout, failFast, rules, waits, other, labelSelector);
    }

    /** The same for objects that all carry these labels. */
    public HealthOptions withLabelSelector(String other) {
        return new HealthOptions(timeout, failFast, rules, waits, mayVanish, other);
    }
}
