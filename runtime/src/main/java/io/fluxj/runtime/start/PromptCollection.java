package io.fluxj.runtime.start;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.Notification;
import javax.management.NotificationEmitter;

/**
 * Collects the old generation once it holds half as much again as what lived at its last collection. The serial collector by itself would let the heap
 * grow to its limit first, a quarter of the machine's memory: what a burst of passes leaves behind would stay for as long as the process lives. A process
 * at rest collects nothing.
 */
final class PromptCollection {
    private static final String SERIAL_OLD_GENERATION = "Tenured Gen";
    private static final long MIB = 1 << 20;

    /** So that a small heap is not collected all the time. */
    private static final long LEAST_GROWTH = 8 * MIB;

    private final MemoryPoolMXBean old;

    private PromptCollection(MemoryPoolMXBean old) {
        this.old = old;
    }

    /** Begins, where the collector is the serial one. */
    static void start() {
        oldGeneration().ifPresent(pool -> new PromptCollection(pool).listen(ManagementFactory.getMemoryMXBean()));
    }

    /** Where there is a serial collector. */
    static Optional<MemoryPoolMXBean> oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(SERIAL_OLD_GENERATION))
                .findFirst();
    }

    private void listen(MemoryMXBean memory) {
        old.setUsageThreshold(threshold(old.getUsage().getUsed(), old.getUsage().getMax()));
        ((NotificationEmitter) memory).addNotificationListener((told, _) -> exceeded(told), null, null);
    }

    private void exceeded(Notification told) {
        if (told.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            Thread.ofPlatform().daemon().name("prompt-collection").start(this::collect);
        }
    }

    @SuppressWarnings("ExplicitGc")
    private void collect() {
        System.gc();
        old.setUsageThreshold(threshold(old.getUsage().getUsed(), old.getUsage().getMax()));
    }

    /** How many bytes the old generation may hold before it is collected, when {@code living} of them are in use after a collection. */
    static long threshold(long living, long most) {
        long wanted = living + Math.max(living / 2, LEAST_GROWTH);
        return most < 0 ? wanted : Math.min(wanted, most);
    }
}
