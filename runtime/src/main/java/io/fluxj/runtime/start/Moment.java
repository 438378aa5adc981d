package io.fluxj.runtime.start;

import java.time.Duration;

/**
 * A point in time by both clocks of this machine: the one that only goes forward stands still while the machine sleeps, the other may be set.
 */
record Moment(long nanos, long millis) {
    static Moment now() {
        return new Moment(System.nanoTime(), System.currentTimeMillis());
    }

    /** The time since {@code earlier} by whichever clock says more. */
    Duration since(Moment earlier) {
        Duration running = Duration.ofNanos(nanos - earlier.nanos);
        Duration wall = Duration.ofMillis(millis - earlier.millis);
        return running.compareTo(wall) > 0 ? running : wall;
    }
}
