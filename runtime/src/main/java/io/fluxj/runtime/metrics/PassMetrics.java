package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** What is counted of passes, as controller-runtime and Flux's recorder name and explain it. The label {@code controller} is the kind in lower case. */
public final class PassMetrics {
    /** Ten steps from 10 ms to half an hour as Go computes them: Java's powers differ in their last digits, and rules match these bounds by their text. */
    private static final double[] DURATION_BUCKETS = {
        0.01,
        0.038363583488692544,
        0.1471764538093883,
        0.5646216173286169,
        2.166090855590701,
        8.309900738254731,
        31.879757075478317,
        122.30217221643493,
        469.19495946736544,
        1799.9999999999986
    };

    private static final double[] PASS_BUCKETS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5,
        1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60
    };
    private static final double NANOS = 1e9;

    private final Histogram durations;
    private final Histogram times;
    private final Counter results;
    private final Counter errors;
    private final Counter terminalErrors;
    private final Counter panics;
    private final Gauge active;
    private final Gauge most;
    private final QueueMetrics queue;

    PassMetrics(PrometheusRegistry registry) {
        durations = Histogram.builder()
                .name("gotk_reconcile_duration_seconds")
                .help("The duration in seconds of a GitOps Toolkit resource reconciliation.")
                .labelNames("kind", "name", "namespace")
                .classicOnly()
                .classicUpperBounds(DURATION_BUCKETS)
                .register(registry);
        times = Histogram.builder()
                .name("controller_runtime_reconcile_time_seconds")
                .help("Length of time per reconciliation per controller")
                .labelNames("controller")
                .classicOnly()
                .classicUpperBounds(PASS_BUCKETS)
                .register(registry);
        results = counter(
                registry,
                "controller_runtime_reconcile_total",
                "Total number of reconciliations per controller",
                "controller",
                "result");
        errors = counter(
                registry,
                "controller_runtime_reconcile_errors_total",
                "Total number of reconciliation errors per controller",
                "controller");
        terminalErrors = counter(
                registry,
                "controller_runtime_terminal_reconcile_errors_total",
                "Total number of terminal reconciliation errors per controller",
                "controller");
        panics = counter(
                registry,
                "controller_runtime_reconcile_panics_total",
                "Total number of reconciliation panics per controller",
                "controller");
        active = gauge(
                registry,
                "controller_runtime_active_workers",
                "Number of currently used workers per controller",
                "controller");
        most = gauge(
                registry,
                "controller_runtime_max_concurrent_reconciles",
                "Maximum number of concurrent reconciles per controller",
                "controller");
        queue = new QueueMetrics(registry);
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private static Gauge gauge(PrometheusRegistry registry, String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /** Makes a controller's series appear before its first pass. */
    public void announce(String controller, int concurrent) {
        most.labelValues(controller).set(concurrent);
        active.labelValues(controller).set(0);
        for (PassResult result : PassResult.values()) {
            results.initLabelValues(controller, result.label());
        }
        errors.initLabelValues(controller);
        terminalErrors.initLabelValues(controller);
        panics.initLabelValues(controller);
        queue.announce(controller);
    }

    /** A pass is due and waits for its turn. */
    public void queued(String controller) {
        queue.added(controller);
    }

    /** It is the turn of a pass. */
    public void started(String controller, Duration waited) {
        queue.taken(controller, seconds(waited));
        active.labelValues(controller).inc();
    }

    /** A pass ended. */
    public void ended(String controller, Duration took, PassResult result) {
        active.labelValues(controller).dec();
        times.labelValues(controller).observe(seconds(took));
        queue.done(controller, seconds(took));
        results.labelValues(controller, result.label()).inc();
        if (result == PassResult.ERROR) {
            errors.labelValues(controller).inc();
            queue.retried(controller);
        }
    }

    /** A pass ended in a way that is not tried again. */
    public void stalled(String controller) {
        terminalErrors.labelValues(controller).inc();
    }

    /** A pass ended by an exception that nobody expected. */
    public void panicked(String controller) {
        panics.labelValues(controller).inc();
    }

    /** How long the pass of an object took. */
    public void reconciled(String kind, String namespace, String name, Duration took) {
        durations.labelValues(kind, name, namespace).observe(seconds(took));
    }

    /** The object is gone: drops its series. */
    public void forget(String kind, String namespace, String name) {
        durations.remove(kind, name, namespace);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
