package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * What alert rules of guides ask of single objects; Flux itself has fed neither metric since 2.5. An object has a series of failures only while it fails, so that
 * {@code > 0} means that it fails now.
 */
public final class ObjectMetrics {
    private final Counter failures;
    private final Gauge suspensions;

    ObjectMetrics(PrometheusRegistry registry) {
        failures = Counter.builder()
                .name("gotk_reconcile_error_total")
                .help("Failed reconciliations of a resource since its last success.")
                .labelNames("kind", "name", "namespace")
                .register(registry);
        suspensions = Gauge.builder()
                .name("gotk_suspend_status")
                .help("The current suspend status of a GitOps Toolkit resource.")
                .labelNames("kind", "name", "namespace")
                .register(registry);
    }

    /** A pass failed. */
    public void failed(String kind, String namespace, String name) {
        failures.labelValues(kind, name, namespace).inc();
    }

    /** A pass ended well. */
    public void succeeded(String kind, String namespace, String name) {
        failures.remove(kind, name, namespace);
    }

    /** Whether the object is left alone at its author's wish. */
    public void suspended(String kind, String namespace, String name, boolean suspended) {
        suspensions.labelValues(kind, name, namespace).set(suspended ? 1 : 0);
    }

    /** The object is gone. */
    public void forget(String kind, String namespace, String name) {
        failures.remove(kind, name, namespace);
        suspensions.remove(kind, name, namespace);
    }
}
