package io.fluxj.runtime.reconcile.frame;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Per object: doubles from the shortest to the longest delay, for ever, until it is reset. Source: flags-endpoints §1. */
public final class Backoff {
    private final Duration shortest;
    private final Duration longest;
    private final Map<ResourceID, Integer> failures = new ConcurrentHashMap<>();

    /**
     * @param shortest the delay after the first failure
     * @param longest no delay is longer
     */
    public Backoff(Duration shortest, Duration longest) {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("--min-retry-delay must not be negative nor above --max-retry-delay");
        }
        this.shortest = shortest;
        this.longest = longest;
    }

    /** The same delays with no failure counted yet. */
    Backoff afresh() {
        return new Backoff(shortest, longest);
    }

    /** Counts one more failure and says how long to wait. */
    public Duration next(ResourceID object) {
        int count = failures.merge(object, 1, Integer::sum);
        Duration delay = shortest;
        for (int i = 1; i < count && delay.compareTo(longest) < 0 && !delay.isZero(); i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    /** How many objects have failed last. */
    int failing() {
        return failures.size();
    }

    /** Starts anew, after a success or when the object is gone. */
    public void reset(ResourceID object) {
        failures.remove(object);
    }
}
