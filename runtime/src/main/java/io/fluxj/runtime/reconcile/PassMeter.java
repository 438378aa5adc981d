package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.metrics.PassMetrics;
import io.fluxj.runtime.metrics.PassResult;
import java.time.Duration;
import java.util.Locale;

/** Counts and times the passes of one kind. */
final class PassMeter {
    private final PassMetrics metrics;
    private final String kind;
    private final String controller;

    PassMeter(PassMetrics metrics, String kind, int concurrent) {
        this.metrics = metrics;
        this.kind = kind;
        this.controller = kind.toLowerCase(Locale.ROOT);
        metrics.announce(controller, concurrent);
    }

    long queued() {
        metrics.queued(controller);
        return System.nanoTime();
    }

    long started(long queued) {
        long now = System.nanoTime();
        metrics.started(controller, Duration.ofNanos(now - queued));
        return now;
    }

    void skipped(long queued) {
        long started = started(queued);
        metrics.ended(controller, since(started), PassResult.SUCCESS);
    }

    void ended(HasMetadata object, long started, Ending ending) {
        Duration took = since(started);
        metrics.ended(controller, took, ending.result());
        metrics.reconciled(
                kind, object.getMetadata().getNamespace(), object.getMetadata().getName(), took);
        if (ending.stalled()) {
            metrics.stalled(controller);
        }
        if (ending.panicked()) {
            metrics.panicked(controller);
        }
    }

    void forget(HasMetadata object) {
        metrics.forget(
                kind, object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
