package io.fluxj.helm.chart;

/**
 * What a chart may cost.
 *
 * @param bytes of all files, those of archives in it too
 * @param files in it, those of archives in it too
 * @param depth of charts in charts
 * @param fileBytes of each of its files
 * @param flags that lift the limits
 */
public record LoadLimits(long bytes, int files, int depth, long fileBytes, Flags flags) {
    /** Helm's 100 MiB, and more files and charts in charts than any chart has. */
    public static final LoadLimits STANDARD = new LoadLimits(100L << 20, 20_000, 30);

    /** Limits of a command, with files of any size. */
    public LoadLimits(long bytes, int files, int depth) {
        this(bytes, files, depth, Long.MAX_VALUE, Flags.COMMAND);
    }

    /**
     * How the flags are called that lift the limits, for messages; empty where there is none.
     *
     * @param bytes lifts that of all files
     * @param files lifts that of their number
     * @param depth lifts that of charts in charts
     * @param fileBytes lifts that of each file
     */
    public record Flags(String bytes, String files, String depth, String fileBytes) {
        /** Those of {@code fluxj helm}. */
        public static final Flags COMMAND = new Flags("--max-chart-size", "--max-chart-files", "--max-chart-depth", "");

        static String shown(String flag) {
            return flag.isEmpty() ? "" : " (" + flag + ")";
        }
    }
}
