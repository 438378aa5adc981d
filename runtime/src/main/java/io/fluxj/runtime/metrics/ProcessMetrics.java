package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * {@code process_*} as everywhere, and of {@code go_*} those that mean something in a JVM: threads and memory. Read from {@code /proc} on each scrape;
 * 0 where there is none.
 */
final class ProcessMetrics {
    private static final long KIB = 1024;
    private static final double MILLIS = 1000.0;

    private ProcessMetrics() {}

    static void register(PrometheusRegistry registry) {
        CounterWithCallback.builder()
                .name("process_cpu_seconds_total")
                .help("Total user and system CPU time spent in seconds.")
                .callback(callback -> callback.call(cpuSeconds()))
                .register(registry);
        gauge(registry, "process_resident_memory_bytes", "Resident memory size in bytes.", () -> status("VmRSS:"));
        gauge(registry, "process_virtual_memory_bytes", "Virtual memory size in bytes.", () -> status("VmSize:"));
        gauge(registry, "process_open_fds", "Number of open file descriptors.", ProcessMetrics::openFiles);
        gauge(
                registry,
                "process_start_time_seconds",
                "Start time of the process since unix epoch in seconds.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        Info.builder()
                .name("go_info")
                .help("What runs this controller; Flux's dashboards count controllers by it.")
                .labelNames("version")
                .register(registry)
                .setLabelValues("java" + Runtime.version().feature());
        gauge(registry, "go_threads", "Number of platform threads.", ProcessMetrics::threads);
        gauge(registry, "go_memstats_alloc_bytes", "Heap bytes in use.", ProcessMetrics::heapUsed);
        gauge(registry, "go_memstats_heap_inuse_bytes", "Heap bytes in use.", ProcessMetrics::heapUsed);
        gauge(registry, "go_memstats_heap_sys_bytes", "Heap bytes taken from the system.", ProcessMetrics::heapTaken);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(cpu -> cpu.toMillis() / MILLIS)
                .orElse(0.0);
    }

    private static double threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static double heapUsed() {
        return (double) Runtime.getRuntime().totalMemory()
                - Runtime.getRuntime().freeMemory();
    }

    private static double heapTaken() {
        return Runtime.getRuntime().totalMemory();
    }

    private static double openFiles() {
        String[] open = Path.of("/proc/self/fd").toFile().list();
        return open == null ? 0 : open.length;
    }

    private static double status(String field) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unavailable) {
            return 0;
        }
    }
}
