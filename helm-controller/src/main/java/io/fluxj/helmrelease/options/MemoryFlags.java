package io.fluxj.helmrelease.options;

import io.fluxj.runtime.options.GoDurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * How Flux's controller ends before a Go process runs out of memory. Accepted so that manifests stay as they are: here the heap is bounded by the JVM, and
 * the end of every controller is the runtime's.
 */
final class MemoryFlags {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int PERCENT = 95;

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
            description = "Without effect.")
    private int threshold;

    @Option(
            names = "--oom-watch-interval",
            defaultValue = "500ms",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Without effect.")
    private Duration interval = INTERVAL;

    @Option(
            names = "--oom-watch-max-memory-path",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Without effect.")
    private String limitFile = "";

    @Option(
            names = "--oom-watch-current-memory-path",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Without effect.")
    private String useFile = "";

    /** Those that were set to something else than they are anyway. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        add(given, "--graceful-shutdown-timeout", !gracefulShutdown.equals(GRACE));
        add(given, "--oom-watch-memory-threshold", threshold != PERCENT);
        add(given, "--oom-watch-interval", !interval.equals(INTERVAL));
        add(given, "--oom-watch-max-memory-path", !limitFile.isEmpty());
        add(given, "--oom-watch-current-memory-path", !useFile.isEmpty());
        return given;
    }

    private static void add(List<String> given, String flag, boolean set) {
        if (set) {
            given.add(flag);
        }
    }
}
