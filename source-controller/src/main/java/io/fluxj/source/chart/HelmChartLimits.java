package io.fluxj.source.chart;

import io.fluxj.helm.chart.LoadLimits;

/**
 * What charts may cost.
 *
 * @param indexBytes of an index that is downloaded for a dependency
 * @param chartBytes of a package, and of the files of a folder
 * @param fileBytes of each file of a folder
 */
public record HelmChartLimits(long indexBytes, long chartBytes, long fileBytes) {
    private static final int FILES = 20_000;
    private static final int DEPTH = 30;
    private static final LoadLimits.Flags FLAGS =
            new LoadLimits.Flags("--helm-chart-max-size", "", "", "--helm-chart-file-max-size");

    /** Those of charts in folders. */
    LoadLimits folders() {
        return new LoadLimits(chartBytes, FILES, DEPTH, fileBytes, FLAGS);
    }

    /** Those of packages, which Helm lets unpack to 100 MiB. */
    LoadLimits packages() {
        LoadLimits standard = LoadLimits.STANDARD;
        return new LoadLimits(
                Math.max(standard.bytes(), chartBytes),
                FILES,
                DEPTH,
                Long.MAX_VALUE,
                new LoadLimits.Flags("", "", "", ""));
    }
}
