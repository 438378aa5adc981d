package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers per owner what was applied and how the server's answer looked. Thread-safe and bounded: the sets that were not
 * used for longest go first. Create one per process; losing it costs only the requests it would have saved.
 */
public final class AppliedMemory {
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    private final int capacity;
    private final Duration lifetime;
    private final LinkedHashMap<String, Map<ObjectRef, Applied>> sets = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /**
     * An empty memory that believes for an hour.
     *
     * @param capacity how many objects at most, at about 300 bytes each; 0 to remember nothing
     */
    public AppliedMemory(int capacity) {
        this(capacity, DEFAULT_LIFETIME);
    }

    /**
     * An empty memory.
     *
     * @param capacity how many objects at most
     * @param lifetime how long an untouched object may go without the server being asked what an apply would do: an admission
     *     webhook or a policy that is new in the cluster shows only then
     */
    public AppliedMemory(int capacity, Duration lifetime) {
        this.capacity = capacity;
        this.lifetime = lifetime;
    }

    /** Whether what is remembered is too old to be believed. */
    public boolean expired(Applied applied) {
        return System.nanoTime() - applied.asked() > lifetime.toNanos();
    }

    /** What is remembered of a set; empty when nothing is. */
    public synchronized Map<ObjectRef, Applied> recall(String set) {
        return sets.getOrDefault(set, Map.of());
    }

    /** Replaces what is remembered of a set. */
    public synchronized void remember(String set, Map<ObjectRef, Applied> objects) {
        forget(set);
        if (objects.isEmpty() || objects.size() > capacity) {
            return;
        }
        sets.put(set, Map.copyOf(objects));
        size += objects.size();
        while (size > capacity) {
            forget(sets.firstEntry().getKey());
        }
    }

    /** Drops what is remembered of a set, so that its next apply asks the server about every object. */
    public synchronized void forget(String set) {
        Map<ObjectRef, Applied> gone = sets.remove(set);
        size -= gone == null ? 0 : gone.size();
    }

    /** How many objects are remembered. */
    public synchronized int size() {
        return size;
    }
}
