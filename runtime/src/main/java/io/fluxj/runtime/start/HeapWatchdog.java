package io.fluxj.runtime.start;

import io.fluxj.runtime.reconcile.frame.FatalErrors;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends a process that does hardly anything but collect garbage. The serial collector has no such limit of its own: with a heap that is nearly full it
 * would go on for ever, alive and useless.
 */
final class HeapWatchdog {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final double MOST = 0.9;

    private final LongSupplier collectingMillis;
    private long last;

    HeapWatchdog(LongSupplier collectingMillis) {
        this.collectingMillis = collectingMillis;
        this.last = collectingMillis.getAsLong();
    }

    /** Watches this process from now on. */
    static void start() {
        HeapWatchdog watchdog = new HeapWatchdog(HeapWatchdog::collectingMillis);
        Thread.ofPlatform().daemon().name("heap-watchdog").start(watchdog::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(WINDOW);
                if (isStuck(WINDOW)) {
                    FatalErrors.endProcess("it collects garbage nearly all of the time; give it more memory");
                }
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nearly all of the time since the last look, {@code window} at least, was spent collecting. */
    boolean isStuck(Duration window) {
        long now = collectingMillis.getAsLong();
        long spent = now - last;
        last = now;
        return spent > window.toMillis() * MOST;
    }

    private static long collectingMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
