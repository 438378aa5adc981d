package io.fluxj.apply.health;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

    /** Runs the action when the signal fires, or now when it has. */
    void whenFired(Runnable action) {
        var _ = fired.thenRun(action);
    }
}
