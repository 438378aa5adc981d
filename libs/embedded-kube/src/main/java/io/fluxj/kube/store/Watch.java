package io.fluxj.kube.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the changes of one resource from a place in its chain. Used by one thread; {@link #close} may come from another. A
 * reader that is slow holds on to changes, and is cut off when it falls too far behind; it never holds up a writer.
 */
public final class Watch implements AutoCloseable {
    private final ObjectStore store;
    private final Table table;
    private Change place;
    private boolean closed;

    Watch(ObjectStore store, Table table, Change place) {
        this.store = store;
        this.table = table;
        this.place = place;
    }

    /**
     * What came since the last call.
     *
     * @param changes in order
     * @param revision the store's revision after them: nothing older will come
     * @param ended no more will come
     * @param lost the reader fell behind what is kept
     */
    public record Batch(List<Change> changes, long revision, boolean ended, boolean lost) {}

    /** Waits for changes, at most as long as given; an empty batch says that none came. */
    public Batch await(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        return store.locked(changed -> {
            long left = deadline - System.nanoTime();
            while (place.next() == null && !closed && !store.isClosed() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return drain();
        });
    }

    private Batch drain() {
        List<Change> out = new ArrayList<>();
        boolean lost = place.next() != null && place.revision() < table.forgottenUpTo() - store.slack();
        for (Change next = place.next(); next != null && !lost; next = next.next()) {
            out.add(next);
            place = next;
        }
        return new Batch(out, store.revision(), closed || store.isClosed(), lost);
    }

    /** Ends the wait. */
    @Override
    public void close() {
        store.wake(() -> closed = true);
    }
}
