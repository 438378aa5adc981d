package io.fluxj.net.issue;

import java.time.Duration;
import java.time.Instant;

/** The time in which a certificate holds. */
public record Validity(Instant from, Instant until) {
    /** Clocks of others may be late by as much. */
    public static final Duration LATE_CLOCKS = Duration.ofMinutes(5);

    public Validity {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a certificate must hold for some time");
        }
    }

    /** From now on for some time. */
    public static Validity of(Instant now, Duration life) {
        return new Validity(now.minus(LATE_CLOCKS), now.plus(life));
    }
}
