package io.fluxj.runtime.reconcile.frame;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Interrupts one thread when something newer came, but only while it is inside. */
final class EndedEarly implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private boolean inside = true;
    private Optional<String> trigger = Optional.empty();

    private EndedEarly() {}

    /** Enters. */
    static EndedEarly by(CompletableFuture<String> superseded) {
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

    /** What came, if it did. */
    synchronized Optional<String> trigger() {
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
