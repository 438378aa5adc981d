package io.fluxj.runtime.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --min-retry-delay} and {@code --max-retry-delay}. Source: flags-endpoints §1. */
public final class RetryOptions {
    @Option(
            names = "--min-retry-delay",
            defaultValue = "750ms",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Delay after an object's first failure.")
    private Duration shortest = Duration.ZERO;

    @Option(
            names = "--max-retry-delay",
            defaultValue = "15m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "The longest delay after failures.")
    private Duration longest = Duration.ZERO;

    /** Delay after an object's first failure. */
    public Duration shortest() {
        return shortest;
    }

    /** The longest delay after failures. */
    public Duration longest() {
        return longest;
    }
}
