package io.fluxj.bench.helm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Renders a chart of 50 subcharts once and prints the size of its manifest; {@code helm.sh heap} looks for the smallest heap in which that works. */
public final class PeakHeap {
    private static final double MEGABYTE = 1 << 20;

    private PeakHeap() {}

    /** Renders it; the argument says how many lines each of its templates has. */
    public static void main(String[] arguments) throws IOException {
        Path chart = new BigChart(1, Integer.parseInt(arguments[0]), 50).write(Files.createTempDirectory("charts"));
        String manifest = new Charts().render(chart);
        System.out.printf("output %.2f MB%n", manifest.getBytes(StandardCharsets.UTF_8).length / MEGABYTE);
    }
}
