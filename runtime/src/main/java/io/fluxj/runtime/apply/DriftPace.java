package io.fluxj.runtime.apply;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How soon objects are woken by drift: at once the first time, and more and more slowly where it does not end, as when two controllers want
 * different things of one object.
 */
final class DriftPace {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private final LinkedHashMap<ResourceID, Wake> wakes = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * The last wake of an object.
     *
     * @param at when it was, or will be
     * @param pause how long after it the next one may be
     */
    private record Wake(long at, long pause) {}

    DriftPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** In how long to wake the object; empty when it is going to be woken already. */
    synchronized Optional<Duration> next(ResourceID object) {
        long now = nanoTime.getAsLong();
        forgetThoseInPeace(now);
        Wake last = wakes.get(object);
        if (last == null) {
            wakes.put(object, new Wake(now, FIRST.toNanos()));
            return Optional.of(Duration.ZERO);
        }
        if (last.at() - now > 0) {
            return Optional.empty();
        }
        long wait = Math.max(0, last.at() + last.pause() - now);
        wakes.put(object, new Wake(now + wait, Math.min(2 * last.pause(), LONGEST.toNanos())));
        return Optional.of(Duration.ofNanos(wait));
    }

    private void forgetThoseInPeace(long now) {
        while (!wakes.isEmpty()) {
            Map.Entry<ResourceID, Wake> eldest = wakes.firstEntry();
            if (now - eldest.getValue().at() < CALM.toNanos()) {
                return;
            }
            wakes.remove(eldest.getKey());
        }
    }
}
