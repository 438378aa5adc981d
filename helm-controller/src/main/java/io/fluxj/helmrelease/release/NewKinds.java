package io.fluxj.helmrelease.release;

import io.fluxj.apply.Waits;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.ClusterException.Kind;
import java.time.Duration;
import java.util.function.Supplier;

/** Bridges the moment between a definition being established and its kind being served everywhere. */
final class NewKinds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Waits waits;
    private long until = System.nanoTime();

    NewKinds(Waits waits) {
        this.waits = waits;
    }

    /** Definitions came: from now on "no such kind" is asked again for a while. */
    void expect() {
        until = System.nanoTime() + PATIENCE.toNanos();
    }

    <T> T retrying(Supplier<T> request) {
        while (true) {
            try {
                return request.get();
            } catch (ClusterException e) {
                if (!isUnserved(e) || until - System.nanoTime() <= 0 || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isUnserved(ClusterException e) {
        return e.kind() == Kind.UNKNOWN_KIND
                || (e.kind() == Kind.NOT_FOUND
                        && !String.valueOf(e.getMessage()).startsWith("namespaces "));
    }

    private boolean paused() {
        try {
            return waits.during(() -> {
                waits.cancel().await(PAUSE);
                return waits.cancel().reason().isEmpty();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
