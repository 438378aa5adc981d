package io.fluxj.runtime.options;

import io.fluxj.runtime.artifact.CacheLimits;
import picocli.CommandLine.Option;

/** How a controller that uses artifacts fetches them. Source: flags-endpoints §2; the bounds are Fluxj's own. */
public final class ArtifactBounds {
    private static final String GIB = "1073741824";

    @Option(
            names = "--http-retry",
            defaultValue = "9",
            paramLabel = "N",
            description = "How often a failed download of an artifact is tried again.")
    private int retries;

    @Option(
            names = "--artifact-max-download-bytes",
            defaultValue = GIB,
            paramLabel = "BYTES",
            description = "Largest compressed artifact that is downloaded.")
    private long downloadBytes;

    @Option(
            names = "--artifact-max-unpacked-bytes",
            defaultValue = "4294967296",
            paramLabel = "BYTES",
            description = "Largest artifact that is unpacked.")
    private long unpackedBytes;

    @Option(
            names = "--artifact-max-entries",
            defaultValue = "500000",
            paramLabel = "N",
            description = "Most files and folders of an artifact.")
    private int entries;

    @Option(
            names = "--artifact-cache-max-bytes",
            defaultValue = "17179869184",
            paramLabel = "BYTES",
            description = "Most bytes that all unpacked artifacts may take while they are in use.")
    private long cacheBytes;

    /** The limits of a cache with these bounds. */
    public CacheLimits limits() {
        return CacheLimits.withRetries(retries)
                .withSizes(new CacheLimits.Sizes(downloadBytes, unpackedBytes, entries, cacheBytes));
    }
}
