package io.fluxj.kube.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * Reads the changes of one resource from a place in its chain. Used by one thread; {@link #close} may come from another. A
 * reader that is slow holds on to changes, and is cut off when it falls too far behind; it never holds up a writer.
 */
public final class Watch implements AutoCloseable {
    private final ObjectStore store;
    private final Table table;
    private final String namespace;
    private final Condition changed;
    private Change place;
    private boolean closed;

    Watch(ObjectStore store, Table table, String namespace, Change place) {
        this.store = store;
        this.table = table;
        this.namespace = namespace;
        this.changed = store.newCondition();
        this.place = place;
    }

    /**
     * Tells a waiting reader of a change, with the lock held. One that it does not want is passed without waking it.
     *
     * @return whether the reader waits no longer
     */
    boolean hears(Change change) {
        boolean wanted = namespace.isEmpty() || namespace.equals(change.key().namespace());
        if (wanted) {
            changed.signal();
        } else {
            place = change;
        }
        return wanted;
    }

    void wake() {
        changed.signal();
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
        return store.locked(() -> {
            long left = deadline - System.nanoTime();
            while (place.next() == null && !place.severed() && !closed && !store.isClosed() && left > 0) {
                table.waiting().add(this);
                left = changed.awaitNanos(left);
            }
            table.waiting().remove(this);
            return drain();
        });
    }

    private Batch drain() {
        List<Change> out = new ArrayList<>();
        for (Change next = place.next(); next != null; next = next.next()) {
            out.add(next);
            place = next;
        }
        return new Batch(out, store.revision(), closed || store.isClosed(), place.severed());
    }

    /** Ends the wait. */
    @Override
    public void close() {
        store.inLock(() -> {
            closed = true;
            table.waiting().remove(this);
            changed.signal();
        });
    }
}
