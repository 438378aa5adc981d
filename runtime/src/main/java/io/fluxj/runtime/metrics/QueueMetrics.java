package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** {@code workqueue_*}: passes that are due. */
final class QueueMetrics {
    private static final String[] LABELS = {"controller", "name"};

    private final Gauge depth;
    private final Counter adds;
    private final Counter retries;
    private final Histogram waited;
    private final Histogram worked;

    QueueMetrics(PrometheusRegistry registry, double[] buckets) {
        depth = Gauge.builder()
                .name("workqueue_depth")
                .help("Current depth of workqueue.")
                .labelNames(LABELS)
                .register(registry);
        adds = counter(registry, "workqueue_adds_total", "Total number of adds handled by workqueue.");
        retries = counter(registry, "workqueue_retries_total", "Total number of retries handled by workqueue.");
        waited = histogram(
                registry,
                "workqueue_queue_duration_seconds",
                "How long an item stays in workqueue before being requested.",
                buckets);
        worked = histogram(
                registry,
                "workqueue_work_duration_seconds",
                "How long processing an item from workqueue takes.",
                buckets);
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).labelNames(LABELS).register(registry);
    }

    private static Histogram histogram(PrometheusRegistry registry, String name, String help, double[] buckets) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(LABELS)
                .classicOnly()
                .classicUpperBounds(buckets)
                .register(registry);
    }

    void announce(String controller) {
        depth.labelValues(controller, controller).set(0);
        adds.initLabelValues(controller, controller);
        retries.initLabelValues(controller, controller);
    }

    void added(String controller) {
        adds.labelValues(controller, controller).inc();
        depth.labelValues(controller, controller).inc();
    }

    void taken(String controller, double seconds) {
        depth.labelValues(controller, controller).dec();
        waited.labelValues(controller, controller).observe(seconds);
    }

    void done(String controller, double seconds) {
        worked.labelValues(controller, controller).observe(seconds);
    }

    void retried(String controller) {
        retries.labelValues(controller, controller).inc();
    }
}
