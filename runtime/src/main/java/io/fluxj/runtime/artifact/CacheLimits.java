package io.fluxj.runtime.artifact;

import java.time.Duration;

/**
 * Bounds of the artifact cache.
 *
 * @param retries after the first try, {@code --http-retry}
 * @param shortestDelay before the first retry; doubles up to {@code longestDelay}
 * @param longestDelay between two tries
 * @param timeout of one try, download included
 * @param patience of all tries together
 * @param sizes of what is taken
 * @param keptBytes of all unpacked artifacts that nobody uses
 */
public record CacheLimits(
        int retries,
        Duration shortestDelay,
        Duration longestDelay,
        Duration timeout,
        Duration patience,
        Sizes sizes,
        long keptBytes) {
    private static final Sizes USUAL = new Sizes(1L << 30, 4L << 30, 500_000, 16L << 30);

    /**
     * How much is taken; each has a flag.
     *
     * @param downloadBytes of one compressed artifact, {@code --artifact-max-download-bytes}
     * @param unpackedBytes of one artifact, {@code --artifact-max-unpacked-bytes}
     * @param entries of one artifact, {@code --artifact-max-entries}
     * @param allBytes of all unpacked artifacts together, {@code --artifact-cache-max-bytes}
     */
    public record Sizes(long downloadBytes, long unpackedBytes, int entries, long allBytes) {
        public Sizes {
            if (downloadBytes < 1 || unpackedBytes < 1 || entries < 1 || allBytes < 1) {
                throw new IllegalArgumentException("--artifact-max-download-bytes, --artifact-max-unpacked-bytes,"
                        + " --artifact-max-entries and --artifact-cache-max-bytes must be at least 1");
            }
        }
    }

    /** The bounds of a controller whose {@code --http-retry} is {@code retries}. */
    public static CacheLimits withRetries(int retries) {
        return new CacheLimits(
                retries,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                USUAL,
                256L << 20);
    }

    /** These with another time for one try. */
    public CacheLimits withTimeout(Duration other) {
        return new CacheLimits(retries, shortestDelay, longestDelay, other, patience, sizes, keptBytes);
    }

    /** These with other sizes. */
    public CacheLimits withSizes(Sizes other) {
        return new CacheLimits(retries, shortestDelay, longestDelay, timeout, patience, other, keptBytes);
    }
}
