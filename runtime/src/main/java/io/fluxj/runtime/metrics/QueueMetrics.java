package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** {@code workqueue_*}: passes that are due, and those under way, each on a thread of its own. */
final class QueueMetrics {
    private static final String[] LABELS = {"controller", "name"};
    private static final double NANOS = 1e9;

    /** As Go computes them, each ten times the last. */
    private static final double[] BUCKETS = {
        1e-8, 1e-7, 1e-6, 9.999999999999999e-6, 9.999999999999999e-5, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000
    };

    private final Gauge depth;
    private final Counter adds;
    private final Counter retries;
    private final Histogram waited;
    private final Histogram worked;
    private final Map<String, Map<Thread, Long>> begun = new ConcurrentHashMap<>();

    QueueMetrics(PrometheusRegistry registry) {
        depth = Gauge.builder()
                .name("workqueue_depth")
                .help("Current depth of workqueue by workqueue and priority")
                .labelNames(LABELS)
                .register(registry);
        adds = counter(registry, "workqueue_adds_total", "Total number of adds handled by workqueue");
        retries = counter(registry, "workqueue_retries_total", "Total number of retries handled by workqueue");
        waited = histogram(
                registry,
                "workqueue_queue_duration_seconds",
                "How long in seconds an item stays in workqueue before being requested");
        worked = histogram(
                registry,
                "workqueue_work_duration_seconds",
                "How long in seconds processing an item from workqueue takes.");
        underWay(
                registry,
                "workqueue_longest_running_processor_seconds",
                "How many seconds has the longest running processor for workqueue been running.",
                seconds -> seconds.max().orElse(0));
        underWay(
                registry,
                "workqueue_unfinished_work_seconds",
                "How many seconds of work has been done that is in progress and hasn't been observed by work_duration."
                        + " Large values indicate stuck threads. One can deduce the number of stuck threads by observing"
                        + " the rate at which this increases.",
                DoubleStream::sum);
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).labelNames(LABELS).register(registry);
    }

    private static Histogram histogram(PrometheusRegistry registry, String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(LABELS)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    private void underWay(
            PrometheusRegistry registry, String name, String help, ToDoubleFunction<DoubleStream> summary) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(LABELS)
                .callback(callback -> begun.forEach((controller, threads) ->
                        callback.call(summary.applyAsDouble(seconds(threads)), controller, controller)))
                .register(registry);
    }

    private static DoubleStream seconds(Map<Thread, Long> begun) {
        long now = System.nanoTime();
        return begun.values().stream().mapToDouble(start -> (now - start) / NANOS);
    }

    void announce(String controller) {
        begun.put(controller, new ConcurrentHashMap<>());
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
        running(controller).put(Thread.currentThread(), System.nanoTime());
    }

    void done(String controller, double seconds) {
        running(controller).remove(Thread.currentThread());
        worked.labelValues(controller, controller).observe(seconds);
    }

    private Map<Thread, Long> running(String controller) {
        return begun.computeIfAbsent(controller, name -> new ConcurrentHashMap<>());
    }

    void retried(String controller) {
        retries.labelValues(controller, controller).inc();
    }
}
