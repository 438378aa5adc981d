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

    private final Gauge depth;
    private final Counter adds;
    private final Counter retries;
    private final Histogram waited;
    private final Histogram worked;
    private final Map<String, Map<Thread, Long>> begun = new ConcurrentHashMap<>();

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
        underWay(
                registry,
                "workqueue_longest_running_processor_seconds",
                "How many seconds the longest running pass has been under way.",
                seconds -> seconds.max().orElse(0));
        underWay(
                registry,
                "workqueue_unfinished_work_seconds",
                "How many seconds of work the passes under way have done.",
                DoubleStream::sum);
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
