package io.fluxj.helmrelease.chart;

import io.fluxj.helm.chart.Chart;

/**
 * A chart as it is released.
 *
 * @param chart with the version that the release gets
 * @param ociDigest of the OCI artifact that it came in; empty when it came in none
 */
public record LoadedChart(Chart chart, String ociDigest) {

    /** {@code name@version}. */
    public String reference() {
        return chart.name() + "@" + version();
    }

    /** Its version. */
    public String version() {
        return chart.metadata().version();
    }
}
