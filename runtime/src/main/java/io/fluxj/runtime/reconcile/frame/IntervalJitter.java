package io.fluxj.runtime.reconcile.frame;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Spreads intervals: {@code interval × (1 + p·U(-1,1))}. Source: flags-endpoints §1.
 *
 * @param percentage 0 to 99
 * @param random uniform in [0,1)
 */
public record IntervalJitter(int percentage, DoubleSupplier random) {
    public IntervalJitter {
        if (percentage < 0 || percentage > 99) {
            throw new IllegalArgumentException("--interval-jitter-percentage must be 0 to 99, not " + percentage);
        }
    }

    /** The interval, made longer or shorter by at most the percentage. */
    public Duration spread(Duration interval) {
        if (percentage == 0) {
            return interval;
        }
        double factor = 1 + percentage / 100.0 * (2 * random.getAsDouble() - 1);
        return Duration.ofNanos(Math.round(interval.toNanos() * factor));
    }
}
