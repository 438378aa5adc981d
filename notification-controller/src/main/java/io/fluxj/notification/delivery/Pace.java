package io.fluxj.notification.delivery;

import java.time.Duration;

/**
 * How time is dealt with. Source: golden/notification/failures.yaml.
 *
 * @param second how long a second is; shorter in tests
 */
public record Pace(Duration second) {
    /** That of clocks. */
    public static final Pace REAL = new Pace(Duration.ofSeconds(1));

    private static final long MILLIS = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE = 2;
    private static final long LONGEST_PAUSE = 30;
    private static final long ATTEMPT = 15;

    /** How often something is said at most. */
    int attempts() {
        return ATTEMPTS;
    }

    /** How long an answer is waited for. */
    Duration attempt() {
        return second.multipliedBy(ATTEMPT);
    }

    /** The pause after so many attempts. */
    Duration pause(int attempts) {
        return second.multipliedBy(Math.min(LONGEST_PAUSE, FIRST_PAUSE << (attempts - 1)));
    }

    /** What users wrote as seconds. */
    Duration scaled(Duration written) {
        return Duration.ofNanos(written.toNanos() / NANOS_PER_MILLI * second.toMillis() * NANOS_PER_MILLI / MILLIS);
    }

    /** So many seconds. */
    Duration seconds(long seconds) {
        return second.multipliedBy(seconds);
    }
}
