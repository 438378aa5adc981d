package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers per owner what was applied and how the server's answer looked. Thread-safe and bounded: the sets that were not
 * used for longest go first. Create one per process; losing it costs only the requests it would have saved.
 */
public final class AppliedMemory {
    private final int capacity;
    private final LinkedHashMap<String, Map<ObjectRef, Applied>> sets = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /**
     * An empty memory.
     *
     * @param capacity how many objects at most, at about 300 bytes each; 0 to remember nothing
     */
    public AppliedMemory(int capacity) {
        this.capacity = capacity;
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
