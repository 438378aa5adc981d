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
 * @param downloadBytes of one compressed artifact
 * @param unpackedBytes of one artifact
 * @param entries of one artifact
 * @param keptBytes of all unpacked artifacts that nobody uses
 */
public record CacheLimits(
        int retries,
        Duration shortestDelay,
        Duration longestDelay,
        Duration timeout,
        Duration patience,
        long downloadBytes,
        long unpackedBytes,
        int entries,
        long keptBytes) {

    /** The bounds of a controller whose {@code --http-retry} is {@code retries}. */
    public static CacheLimits withRetries(int retries) {
        return new CacheLimits(
                retries,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                1L << 30,
                4L << 30,
                500_000,
                256L << 20);
    }
}
