package io.fluxj.runtime.reconcile;

import java.time.Duration;

/** When an object is tried again after a {@link Retryable}. */
public sealed interface RetryPolicy {
    /** Doubles from {@code --min-retry-delay} to {@code --max-retry-delay}, for ever, per object; starts anew after a success. */
    static RetryPolicy backoff() {
        return new Backoff();
    }

    /** Always after the same time. */
    static RetryPolicy fixed(Duration delay) {
        return new Fixed(delay);
    }

    /** See {@link #backoff()}. */
    record Backoff() implements RetryPolicy {}

    /** See {@link #fixed(Duration)}. */
    record Fixed(Duration delay) implements RetryPolicy {}
}
