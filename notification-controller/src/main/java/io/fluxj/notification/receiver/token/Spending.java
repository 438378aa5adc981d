package io.fluxj.notification.receiver.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Something that may be done several times at once, and then every now and then. */
final class Spending {
    private final int most;
    private final Duration each;
    private final InstantSource clock;
    private Instant emptyAt = Instant.EPOCH;

    /**
     * With nothing spent.
     *
     * @param most how often at once
     * @param each after what time once more
     */
    Spending(int most, Duration each, InstantSource clock) {
        this.most = most;
        this.each = each;
        this.clock = clock;
    }

    /** Whether it may be done now; then it counts as done. */
    synchronized boolean spend() {
        Instant now = clock.instant();
        Instant next = (emptyAt.isAfter(now) ? emptyAt : now).plus(each);
        boolean allowed = !next.isAfter(now.plus(each.multipliedBy(most)));
        if (allowed) {
            emptyAt = next;
        }
        return allowed;
    }
}
