package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long the steps of passes take, and which of them are being taken now. */
public final class StepMetrics {
    private static final double[] BUCKETS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800};
    private static final double NANOS = 1e9;

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Histogram durations;

    StepMetrics(PrometheusRegistry registry) {
        durations = Histogram.builder()
                .name("fluxj_step_duration_seconds")
                .help("How long the steps of a kind's passes take.")
                .labelNames("kind", "step")
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    /** An object's pass takes a step until the returned value is closed. */
    public Running begin(String kind, String namespace, String name, String step) {
        Running begun = new Running(new Place(kind, namespace, name, step));
        running.add(begun);
        return begun;
    }

    /** The steps that are being taken, the longest first; a step within another comes after it. */
    public List<Running> running() {
        return running.stream()
                .sorted(Comparator.comparingLong((Running step) -> step.began))
                .toList();
    }

    /** Where a pass is. */
    public record Place(String kind, String namespace, String name, String step) {}

    /** A step that is being taken, until this is closed. */
    public final class Running implements AutoCloseable {
        private final Place place;
        private final long began = System.nanoTime();

        private Running(Place place) {
            this.place = place;
        }

        /** Whose step it is, and which. */
        public Place place() {
            return place;
        }

        /** For how long. */
        public Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public void close() {
            if (running.remove(this)) {
                durations.labelValues(place.kind(), place.step()).observe(age().toNanos() / NANOS);
            }
        }
    }
}
