package io.fluxj.notification.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each event through once per interval. What it remembers is bounded: under a flood of different events the oldest are forgotten early. */
final class RateLimit {
    private static final int MOST = 100_000;

    private final Duration interval;
    private final Clock clock;
    private final Map<String, Instant> free = new LinkedHashMap<>();

    RateLimit(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param allowed whether the event counts
     * @param until when an equal one counts again
     */
    record Verdict(boolean allowed, Instant until) {}

    synchronized Verdict ask(String key) {
        Instant now = clock.instant();
        forget(now);
        Instant until = free.get(key);
        if (until != null) {
            return new Verdict(false, until);
        }
        Instant next = now.plus(interval);
        free.put(key, next);
        return new Verdict(true, next);
    }

    /** The map's order is that of time. */
    private void forget(Instant now) {
        Iterator<Instant> oldest = free.values().iterator();
        while (oldest.hasNext() && (!oldest.next().isAfter(now) || free.size() >= MOST)) {
            oldest.remove();
        }
    }
}
