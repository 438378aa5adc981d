package io.fluxj.runtime.start;

import java.util.concurrent.CompletableFuture;

/** A started controller. */
public interface RunningController extends AutoCloseable {
    /** Completes when its kinds are being watched; with leader election, once it leads. */
    CompletableFuture<Void> working();

    /** Completes when it stopped; exceptionally when that was not asked for, such as after the lease was lost. */
    CompletableFuture<Void> stopped();

    /** The port on which {@code /metrics} is served, 0 when it is not. */
    int metricsPort();

    /** The port on which {@code /healthz} and {@code /readyz} are served, 0 when they are not. */
    int healthPort();

    /** Takes no more work, lets running passes finish within a bound, gives the lease back, and returns. */
    @Override
    void close();
}
