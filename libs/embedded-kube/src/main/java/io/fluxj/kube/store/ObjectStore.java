package io.fluxj.kube.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All objects in memory, under one revision counter and one lock that is held for map operations only. Trees handed in
 * belong to the store afterwards.
 */
public final class ObjectStore {
    private static final int DEFAULT_HISTORY = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ResourceName, Table> tables = new HashMap<>();
    private final Journal journal;
    private final int history;
    private long revision = 1;
    private long floor;
    private boolean closed;

    /** A store that tells the journal of every write. */
    public ObjectStore(Journal journal) {
        this(journal, DEFAULT_HISTORY);
    }

    /**
     * A store that tells the journal of every write.
     *
     * @param history how many changes of a resource are kept for watches to resume from
     */
    public ObjectStore(Journal journal, int history) {
        this.journal = journal;
        this.history = history;
    }

    /** Hears of every write, inside the lock, in order. */
    @FunctionalInterface
    public interface Journal {
        /** One write. */
        void record(ResourceName resource, Change change);
    }

    /**
     * A consistent view of a resource.
     *
     * @param revision the revision it is at
     * @param objects in order of their keys
     */
    public record Snapshot(long revision, List<Stored> objects) {}

    /** The current revision. */
    public long revision() {
        return inLock(() -> revision);
    }

    /** One object. */
    public Optional<Stored> get(ResourceName resource, Key key) {
        return inLock(() -> Optional.ofNullable(table(resource).objects().get(key)));
    }

    /** All objects of a namespace, or of all namespaces when it is empty. */
    public Snapshot list(ResourceName resource, String namespace) {
        return inLock(() ->
                new Snapshot(revision, List.copyOf(table(resource).in(namespace).values())));
    }

    /** All objects of a namespace as they were at a revision; empty when that is no longer known. */
    public Optional<Snapshot> listAt(ResourceName resource, String namespace, long at) {
        return inLock(() -> {
            Table table = table(resource);
            return at < table.forgottenUpTo()
                    ? Optional.<Snapshot>empty()
                    : Optional.of(new Snapshot(at, table.at(at, namespace)));
        });
    }

    /** Stores a new object; empty when the name is taken. */
    public Optional<Stored> create(ResourceName resource, Key key, ObjectNode object) {
        return inLock(() -> {
            Table table = table(resource);
            return table.objects().containsKey(key)
                    ? Optional.<Stored>empty()
                    : Optional.of(write(resource, key, null, object));
        });
    }

    /** Replaces an object; empty when it is no longer at the revision. */
    public Optional<Stored> replace(ResourceName resource, Key key, long expected, ObjectNode object) {
        return inLock(() -> {
            Stored before = table(resource).objects().get(key);
            return before == null || before.revision() != expected
                    ? Optional.<Stored>empty()
                    : Optional.of(write(resource, key, before, object));
        });
    }

    /** Removes an object; empty when it is no longer at the revision. The answer carries the revision of the removal. */
    public Optional<Stored> remove(ResourceName resource, Key key, long expected) {
        return inLock(() -> {
            Stored before = table(resource).objects().get(key);
            return before == null || before.revision() != expected
                    ? Optional.<Stored>empty()
                    : Optional.of(erase(resource, key, before));
        });
    }

    /** One object with its place. */
    @FunctionalInterface
    public interface Visitor {
        /** Sees one object. */
        void visit(ResourceName resource, Key key, Stored stored);
    }

    /** Shows every object. */
    public void forEach(Visitor visitor) {
        inLock(() -> {
            tables.forEach((resource, table) ->
                    table.objects().forEach((key, stored) -> visitor.visit(resource, key, stored)));
        });
    }

    /** How many objects there are. */
    public long size() {
        return inLock(() ->
                tables.values().stream().mapToLong(t -> t.objects().size()).sum());
    }

    /** Puts back an object or its absence as a journal told it. Earlier changes are not known. */
    public void restore(ResourceName resource, Key key, long at, @Nullable ObjectNode object) {
        inLock(() -> {
            revision = Math.max(revision, at);
            floor = revision;
            Table table = table(resource);
            table.forget(at);
            if (object == null) {
                table.objects().remove(key);
            } else {
                table.objects().put(key, new Stored(object, at));
            }
            return null;
        });
    }

    /**
     * Changes after a revision; empty when they are no longer all known, or when the revision lies in the future.
     *
     * @param namespace only its changes wake the watch; empty for all
     * @param since 0 for changes from now on
     */
    public Optional<Watch> watch(ResourceName resource, String namespace, long since) {
        return inLock(() -> {
            Table table = table(resource);
            if (since == 0) {
                return Optional.of(new Watch(this, table, namespace, table.tail()));
            }
            return since < table.forgottenUpTo()
                    ? Optional.<Watch>empty()
                    : Optional.of(new Watch(this, table, namespace, table.placeBefore(since)));
        });
    }

    /** A snapshot and the changes after it, without a gap. */
    public SnapshotAndWatch listAndWatch(ResourceName resource, String namespace) {
        return inLock(() -> {
            Table table = table(resource);
            return new SnapshotAndWatch(
                    new Snapshot(revision, List.copyOf(table.in(namespace).values())),
                    new Watch(this, table, namespace, table.tail()));
        });
    }

    /**
     * A view and what follows it.
     *
     * @param snapshot the view
     * @param watch what follows
     */
    public record SnapshotAndWatch(Snapshot snapshot, Watch watch) {}

    /** Forgets all recent changes, so that watches can no longer resume from before now. */
    public void compact() {
        inLock(() -> {
            tables.values().forEach(table -> table.forget(revision));
            return null;
        });
    }

    /** Ends all watches. */
    public void close() {
        inLock(() -> {
            closed = true;
            tables.values().forEach(Table::wakeAll);
            return null;
        });
    }

    private Stored write(ResourceName resource, Key key, @Nullable Stored before, ObjectNode object) {
        revision++;
        new Meta(object).node().put("resourceVersion", Long.toString(revision));
        Stored after = new Stored(object, revision);
        commit(resource, new Change(key, revision, before, after));
        table(resource).objects().put(key, after);
        return after;
    }

    private Stored erase(ResourceName resource, Key key, Stored before) {
        revision++;
        ObjectNode last = before.copy();
        new Meta(last).node().put("resourceVersion", Long.toString(revision));
        Stored gone = new Stored(last, revision);
        commit(resource, new Change(key, revision, before, null));
        table(resource).objects().remove(key);
        return gone;
    }

    private void commit(ResourceName resource, Change change) {
        // What could not be recorded did not happen.
        journal.record(resource, change);
        table(resource).append(change, history);
    }

    private Table table(ResourceName resource) {
        return tables.computeIfAbsent(resource, r -> {
            Table table = new Table();
            table.forget(floor);
            return table;
        });
    }

    boolean isClosed() {
        return closed;
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    /** Something done while the lock is held that may wait for changes. */
    @FunctionalInterface
    interface Waiting<T> {
        T run() throws InterruptedException;
    }

    <T> T locked(Waiting<T> work) throws InterruptedException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    void inLock(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("NullAway") // some of the work has nothing to answer
    private <T> T inLock(java.util.function.Supplier<@Nullable T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
