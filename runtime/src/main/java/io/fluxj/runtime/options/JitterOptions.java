package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --interval-jitter-percentage}. Source: flags-endpoints §1. */
public final class JitterOptions {
    @Option(
            names = "--interval-jitter-percentage",
            defaultValue = "5",
            paramLabel = "PERCENT",
            description = "How far intervals are spread, 0 to 99.")
    private int percentage;

    /** 0 to 99. */
    public int percentage() {
        return percentage;
    }
}
