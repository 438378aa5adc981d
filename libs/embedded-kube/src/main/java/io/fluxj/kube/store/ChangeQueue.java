package io.fluxj.kube.store;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes in order, with about how many bytes they hold. */
final class ChangeQueue {
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Deque<Change> changes = new ArrayDeque<>();
    private long bytes;

    void add(Change change) {
        changes.addLast(change);
        bytes += change.size();
    }

    /** Takes the oldest. */
    Change remove() {
        Change oldest = changes.removeFirst();
        bytes -= oldest.size();
        return oldest;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether there are more than so many, or more bytes than are kept of one resource. The last one always stays. */
    boolean exceeds(int count) {
        return changes.size() > 1 && (changes.size() > count || bytes > MAX_BYTES);
    }

    Iterable<Change> newestFirst() {
        return changes::descendingIterator;
    }
}
