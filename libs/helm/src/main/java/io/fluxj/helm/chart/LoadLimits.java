package io.fluxj.helm.chart;

/**
 * What a chart may cost.
 *
 * @param bytes of all files, those of archives in it too
 * @param files in it, those of archives in it too
 * @param depth of charts in charts
 */
public record LoadLimits(long bytes, int files, int depth) {
    /** Helm's 100 MiB, and more files and charts in charts than any chart has. */
    public static final LoadLimits STANDARD = new LoadLimits(100L << 20, 20_000, 30);
}
