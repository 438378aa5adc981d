package io.fluxj.bench.kustomize;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds one overlay once and prints the size of its output and the peak of the heap. The peak counts garbage that was not collected
 * yet, so {@code kustomize.sh heap} looks for the smallest heap ({@code -Xmx}) in which the build still comes to its end.
 */
public final class PeakHeap {

    private static final double MEGABYTE = 1 << 20;

    private PeakHeap() {}

    /** Builds an overlay of as many objects as the first argument says. */
    public static void main(String[] arguments) throws IOException {
        int objects = Integer.parseInt(arguments[0]);
        Path directory = Overlay.write(Files.createTempDirectory("overlay"), objects);
        String output = Corpus.build(directory);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                "%d objects: output %.2f MB, peak of the heap pools %.1f MB%n",
                objects, output.getBytes(StandardCharsets.UTF_8).length / MEGABYTE, peak / MEGABYTE);
    }
}
