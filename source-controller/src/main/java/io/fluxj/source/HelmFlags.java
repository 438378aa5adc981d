package io.fluxj.source;

import io.fluxj.runtime.options.GoDurationConverter;
import io.fluxj.source.helm.index.IndexPlaces;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Flags about Helm repositories and charts. Source: flags-endpoints §2. */
final class HelmFlags {
    @Option(
            names = "--helm-index-max-size",
            defaultValue = "52428800",
            paramLabel = "BYTES",
            description = "Largest index of a Helm repository that is downloaded.")
    private long indexMaxSize;

    @Option(
            names = "--helm-chart-max-size",
            defaultValue = "10485760",
            paramLabel = "BYTES",
            description = "Largest package of a chart, and most bytes of a chart's folder.")
    private long chartMaxSize;

    @Option(
            names = "--helm-chart-file-max-size",
            defaultValue = "5242880",
            paramLabel = "BYTES",
            description = "Largest file of a chart's folder.")
    private long chartFileMaxSize;

    @Option(
            names = "--helm-cache-max-size",
            defaultValue = "0",
            paramLabel = "N",
            description = "Indexes of which is remembered where which chart is; 0 for none.")
    private int cacheMaxSize;

    @Option(
            names = "--helm-cache-ttl",
            defaultValue = "15m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long that is remembered after it was asked for.")
    private Duration cacheTtl = Duration.ZERO;

    @Option(
            names = "--helm-cache-purge-interval",
            defaultValue = "1m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How often it is forgotten when its time is over.")
    private Duration cachePurgeInterval = Duration.ZERO;

    /** {@code --helm-index-max-size}, in bytes. */
    long indexMaxSize() {
        return indexMaxSize;
    }

    /** {@code --helm-chart-max-size}, in bytes. */
    long chartMaxSize() {
        return chartMaxSize;
    }

    /** {@code --helm-chart-file-max-size}, in bytes. */
    long chartFileMaxSize() {
        return chartFileMaxSize;
    }

    /** {@code --helm-cache-*}. */
    IndexPlaces.Bounds cache() {
        return new IndexPlaces.Bounds(cacheMaxSize, cacheTtl, cachePurgeInterval);
    }

    /** @throws IllegalArgumentException naming the flag that leaves no room */
    void requireUsable() {
        require("--helm-index-max-size", indexMaxSize);
        require("--helm-chart-max-size", chartMaxSize);
        require("--helm-chart-file-max-size", chartFileMaxSize);
    }

    private static void require(String flag, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(flag + " must be at least 1");
        }
    }
}
