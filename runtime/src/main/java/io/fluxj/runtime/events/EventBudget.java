package io.fluxj.runtime.events;

import java.time.Clock;

/** How many Kubernetes Events one object may cause: 25 at once, then one every five minutes, as in client-go. */
final class EventBudget {
    private static final double BURST = 25;
    private static final double PER_SECOND = 1 / 300.0;
    private static final double MILLIS = 1000;
    private static final int REMEMBERED = 4096;

    private final Clock clock;
    private final RecentlyUsed<String, Bucket> buckets = new RecentlyUsed<>(REMEMBERED);

    EventBudget(Clock clock) {
        this.clock = clock;
    }

    private record Bucket(double tokens, long at) {}

    boolean allows(String object) {
        long now = clock.millis();
        Bucket bucket = buckets.get(object).orElseGet(() -> new Bucket(BURST, now));
        double tokens = Math.min(BURST, bucket.tokens() + (now - bucket.at()) / MILLIS * PER_SECOND);
        boolean allowed = tokens >= 1;
        buckets.put(object, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }
}
