package io.fluxj.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a wait from outside, with a reason. Thread-safe; fires once, later reasons are dropped. */
public final class CancelSignal {
    private final CompletableFuture<String> fired = new CompletableFuture<>();

    /** A signal that nobody will fire. */
    public static CancelSignal never() {
        return new CancelSignal();
    }

    /**
     * Ends every wait that was given this signal, now or later.
     *
     * @param reason what the waiter's caller is told
     */
    public void fire(String reason) {
        fired.complete(reason);
    }

    /** The reason, when it has fired. */
    public Optional<String> reason() {
        return Optional.ofNullable(fired.getNow(null));
    }

    /**
     * Blocks until it fires or the time is over.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void await(Duration atMost) throws InterruptedException {
        try {
            var _ = fired.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Nobody fired it: so be it.
        } catch (ExecutionException e) {
            throw new IllegalStateException("a signal is never fired by an exception", e);
        }
    }

    /** Runs the action when the signal fires, or now when it has. */
    public void whenFired(Runnable action) {
        var _ = fired.thenRun(action);
    }
}
