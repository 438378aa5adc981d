package io.fluxj.apply.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects by their keys: a hash table with open addressing, which takes half the memory of the JDK's. Not thread-safe. */
final class SeenObjects {
    private static final int SMALLEST = 16;

    private @Nullable Seen[] slots = new @Nullable Seen[SMALLEST];
    private int size;

    @Nullable
    Seen get(Hash key) {
        return slots[slotOf(key)];
    }

    void put(Seen seen) {
        int slot = slotOf(seen.key());
        if (slots[slot] == null) {
            size++;
        }
        slots[slot] = seen;
        if (size * 4 > slots.length * 3) {
            grow();
        }
    }

    void remove(Hash key) {
        int hole = slotOf(key);
        if (slots[hole] == null) {
            return;
        }
        size--;
        slots[hole] = null;
        closeUp(hole);
    }

    /** All of them as they are now, in any order. */
    List<Seen> all() {
        return Arrays.stream(slots)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Where the object is, or would be. */
    private int slotOf(Hash key) {
        int slot = home(key);
        Seen there = slots[slot];
        while (there != null && !there.isAt(key)) {
            slot = next(slot);
            there = slots[slot];
        }
        return slot;
    }

    /** What stands behind a hole, and would have stood in it, moves up, so that it is found. */
    private void closeUp(int hole) {
        int empty = hole;
        int slot = next(hole);
        Seen there = slots[slot];
        while (there != null) {
            int distance = distance(home(there.key()), slot);
            if (distance >= distance(empty, slot)) {
                slots[empty] = there;
                slots[slot] = null;
                empty = slot;
            }
            slot = next(slot);
            there = slots[slot];
        }
    }

    private void grow() {
        List<Seen> all = all();
        slots = new @Nullable Seen[slots.length * 2];
        all.forEach(seen -> slots[slotOf(seen.key())] = seen);
    }

    private int home(Hash key) {
        return (int) key.low() & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (slots.length - 1);
    }
}
