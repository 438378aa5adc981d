package io.fluxj.source;

import picocli.CommandLine.Option;

/** Flags about Helm repositories. Source: flags-endpoints §2. */
final class HelmFlags {
    @Option(
            names = "--helm-index-max-size",
            defaultValue = "52428800",
            paramLabel = "BYTES",
            description = "Largest index of a Helm repository that is downloaded.")
    private long indexMaxSize;

    /** {@code --helm-index-max-size}, in bytes. */
    long indexMaxSize() {
        return indexMaxSize;
    }
}
