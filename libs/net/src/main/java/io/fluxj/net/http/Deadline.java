package io.fluxj.net.http;

import java.time.Duration;

/**
 * When something has to be over.
 *
 * @param nanos as {@link System#nanoTime} tells the time
 */
public record Deadline(long nanos) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** From now on. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos());
    }

    /** What is left of the time, at least a millisecond. */
    public Duration left() {
        return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
