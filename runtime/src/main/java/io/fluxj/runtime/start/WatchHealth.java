package io.fluxj.runtime.start;

import io.fluxj.runtime.metrics.ControllerMetrics;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.health.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the watches of an operator have been down. One that comes up and breaks again at once counts as down: it is up again when it has been seen
 * open for ten seconds.
 */
final class WatchHealth {
    static final Duration BEARABLE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration STABLE = Duration.ofSeconds(10);
    private static final double NANOS = 1e9;

    private final Map<String, Outage> outages = new ConcurrentHashMap<>();
    private final ControllerMetrics metrics;

    /** First and last time at which a watch was seen down. */
    private record Outage(long since, long last) {}

    WatchHealth(ControllerMetrics metrics) {
        this.metrics = metrics;
    }

    /** Looks at the watches of {@code operator} until it is closed. */
    AutoCloseable follow(Operator operator) {
        Thread thread = Thread.ofVirtual().name("watch-health").start(() -> patrol(operator));
        return thread::interrupt;
    }

    private void patrol(Operator operator) {
        try {
            while (true) {
                see(watches(operator), System.nanoTime());
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each by kind and name, and whether it is up. */
    private static Map<String, Boolean> watches(Operator operator) {
        Map<String, Boolean> up = new TreeMap<>();
        for (RegisteredController<?> controller : operator.getRegisteredControllers()) {
            controller
                    .getControllerHealthInfo()
                    .informerEventSourceHealthIndicators()
                    .forEach((name, watch) -> up.put(
                            controller.getConfiguration().getName() + "/" + name, watch.getStatus() == Status.HEALTHY));
        }
        return up;
    }

    /** Notes which watches are up at {@code nanos}. */
    void see(Map<String, Boolean> watches, long nanos) {
        watches.forEach((watch, up) -> {
            outages.computeIfPresent(
                    watch, (name, outage) -> up && nanos - outage.last() > STABLE.toNanos() ? null : outage);
            if (!up) {
                outages.merge(watch, new Outage(nanos, nanos), (known, now) -> new Outage(known.since(), nanos));
            }
            metrics.watchDown(watch, downFor(watch, nanos) / NANOS);
        });
    }

    /** A sentence for each watch that has been down for longer than is bearable. */
    List<String> complaints(long nanos) {
        return outages.keySet().stream()
                .sorted()
                .filter(watch -> downFor(watch, nanos) > BEARABLE.toNanos())
                .map(watch -> "the watch " + watch + " has been down for "
                        + Duration.ofNanos(downFor(watch, nanos)).toSeconds() + "s")
                .toList();
    }

    private long downFor(String watch, long nanos) {
        Outage outage = outages.get(watch);
        return outage == null ? 0 : nanos - outage.since();
    }
}
