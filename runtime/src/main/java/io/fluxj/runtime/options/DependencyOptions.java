package io.fluxj.runtime.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --requeue-dependency}. Source: flags-endpoints §2. */
public final class DependencyOptions {
    @Option(
            names = "--requeue-dependency",
            defaultValue = "30s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How soon to look again at what is not ready, unless an event comes earlier.")
    private Duration requeue = Duration.ZERO;

    /** How soon to look again at what is not ready. */
    public Duration requeue() {
        return requeue;
    }
}
