package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.meta.GoDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The times of a spec. Source: behaviour §2.1. */
public final class Timings {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(30);

    private Timings() {}

    /** Time between two passes. */
    public static Duration interval(KustomizationSpec spec) {
        return spec.interval().value();
    }

    /** Time between a failure and the next try; the interval unless the spec says otherwise. */
    public static Duration retry(KustomizationSpec spec) {
        GoDuration retry = spec.retryInterval();
        return retry == null ? interval(spec) : retry.value();
    }

    /** The same; empty when the spec's times cannot be read, which {@link InvalidFields} tells. */
    static Optional<Duration> knownRetry(KustomizationSpec spec) {
        return known(() -> retry(spec));
    }

    /** {@link #interval}; empty when it cannot be read. */
    static Optional<Duration> knownInterval(KustomizationSpec spec) {
        return known(() -> interval(spec));
    }

    private static Optional<Duration> known(Supplier<Duration> time) {
        try {
            return Optional.of(time.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Longest time of a step; a little less than the interval unless the spec says otherwise, and never very short. */
    public static Duration timeout(KustomizationSpec spec) {
        GoDuration given = spec.timeout();
        Duration timeout = given == null ? interval(spec).minus(MARGIN) : given.value();
        return timeout.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : timeout;
    }
}
