package io.fluxj.helmrelease.options;

import io.fluxj.runtime.options.GoDurationConverter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --oom-watch-*} for the gate {@code OOMWatch}, and how long a stop may take. Source: flags-endpoints §2. */
final class MemoryFlags {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int WHOLE = 100;

    @Option(
            names = "--graceful-shutdown-timeout",
            defaultValue = "600s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Without effect: what waits is ended at once, what works is finished.")
    private Duration gracefulShutdown = GRACE;

    @Option(
            names = "--oom-watch-memory-threshold",
            defaultValue = "95",
            paramLabel = "PERCENT",
            description =
                    "Share of the container's memory in use at which the controller stops in order, with the gate OOMWatch.")
    private int threshold;

    @Option(
            names = "--oom-watch-interval",
            defaultValue = "500ms",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How often to look how much is in use.")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--oom-watch-max-memory-path",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Says how many bytes the container may use; by default the control group's.")
    private String limitFile = "";

    @Option(
            names = "--oom-watch-current-memory-path",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Says how many bytes are in use; by default the control group's.")
    private String useFile = "";

    /** Flags that were set and have no effect. */
    List<String> withoutEffect() {
        return gracefulShutdown.equals(GRACE) ? List.of() : List.of("--graceful-shutdown-timeout");
    }

    /** @throws IllegalArgumentException when a share is none */
    MemoryBounds bounds() {
        if (threshold < 1 || threshold > WHOLE) {
            throw new IllegalArgumentException(
                    "--oom-watch-memory-threshold: %d is not between 1 and 100".formatted(threshold));
        }
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("--oom-watch-interval: must be longer than nothing");
        }
        return new MemoryBounds(threshold, interval, limitFile, useFile);
    }
}
