package io.fluxj.runtime.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --token-cache-*}. Source: flags-endpoints §1. */
public final class TokenCacheOptions {
    @Option(
            names = "--token-cache-max-size",
            defaultValue = "100",
            paramLabel = "N",
            description = "Tokens kept; 0 keeps none.")
    private int size;

    @Option(
            names = "--token-cache-max-duration",
            defaultValue = "1h",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long a token is kept at most.")
    private Duration duration = Duration.ZERO;

    /** Tokens kept. */
    public int size() {
        return size;
    }

    /** How long a token is kept at most. */
    public Duration duration() {
        return duration;
    }
}
