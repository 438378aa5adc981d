package io.fluxj.runtime.client;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Allows so many per second, and a burst. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long at;

    TokenBucket(double perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.at = nanoTime.getAsLong();
    }

    /** Takes one, which may be one of the future. Returns how many nanoseconds to wait for it. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + (now - at) / NANOS * perSecond) - 1;
        at = now;
        return tokens >= 0 ? 0 : (long) (-tokens / perSecond * NANOS);
    }

    /** Takes one and waits for it. */
    void take() {
        long wait = reserve();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }
}
