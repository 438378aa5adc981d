package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.metrics.ObjectMetrics;
import io.fluxj.runtime.metrics.PassMetrics;
import io.fluxj.runtime.metrics.PassResult;
import java.time.Duration;
import java.util.Locale;

/** Counts and times the passes of one kind. */
final class PassMeter {
    private final PassMetrics metrics;
    private final ObjectMetrics objects;
    private final String kind;
    private final String controller;

    PassMeter(ControllerMetrics all, String kind, int concurrent) {
        this.metrics = all.passes();
        this.objects = all.objects();
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

    void ended(HasMetadata object, boolean suspended, long started, Ending ending) {
        Duration took = since(started);
        String namespace = object.getMetadata().getNamespace();
        String name = object.getMetadata().getName();
        metrics.ended(controller, took, ending.result());
        metrics.reconciled(kind, namespace, name, took);
        objects.suspended(kind, namespace, name, suspended);
        if (ending.failed()) {
            objects.failed(kind, namespace, name);
        } else if (!suspended) {
            objects.succeeded(kind, namespace, name);
        }
        if (ending.stalled()) {
            metrics.stalled(controller);
        }
        if (ending.panicked()) {
            metrics.panicked(controller);
        }
    }

    void forget(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        String name = object.getMetadata().getName();
        metrics.forget(kind, namespace, name);
        objects.forget(kind, namespace, name);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
