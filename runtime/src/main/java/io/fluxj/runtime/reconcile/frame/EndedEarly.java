package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Wait;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Interrupts one thread when something newer came, but only while it is inside. */
final class EndedEarly implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private boolean inside = true;
    private Optional<String> trigger = Optional.empty();

    private EndedEarly() {}

    /**
     * Runs {@code wait} until {@code end} completes at the latest. What is interrupted fails in its own way, whatever that is.
     *
     * @param ended the failure when {@code end} completed, made of what it completed with
     */
    static <T, E extends Exception, F extends Failure> T by(
            CompletableFuture<String> end, Wait<T, E> wait, Function<String, F> ended)
            throws E, F, InterruptedException {
        try (EndedEarly early = enter(end)) {
            try {
                return wait.await();
            } catch (Exception failed) { // E has no narrower name
                Optional<String> trigger = early.trigger();
                if (trigger.isPresent()) {
                    throw ended.apply(trigger.get());
                }
                throw failed;
            }
        }
    }

    private static EndedEarly enter(CompletableFuture<String> superseded) {
        EndedEarly ended = new EndedEarly();
        var _ = superseded.thenAccept(ended::end);
        return ended;
    }

    private synchronized void end(String what) {
        if (inside) {
            trigger = Optional.of(what);
            thread.interrupt();
        }
    }

    private synchronized Optional<String> trigger() {
        return trigger;
    }

    /** Leaves; an interrupt of ours that nobody noticed is taken back. */
    @Override
    public synchronized void close() {
        inside = false;
        if (trigger.isPresent()) {
            var _ = Thread.interrupted();
        }
    }
}
