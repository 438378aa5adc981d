package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers per owner what was applied and how the server's answer looked, and watches the metadata of what it remembers: as long as no watch shows a
 * change, nobody needs to be asked. Thread-safe and bounded: the owners that did not apply for longest go first. Create one per process; losing it
 * costs only the requests it would have saved.
 */
public final class AppliedMemory implements AutoCloseable {
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    private final int capacity;
    private final Duration lifetime;
    private final boolean watching;
    private final DriftListener listener;
    private final LinkedHashMap<Ownership, Owned> owners = new LinkedHashMap<>(16, 0.75f, true);
    private final Watches watches = new Watches(this::changed);
    private int size;

    /**
     * An empty memory that believes for an hour and watches nothing.
     *
     * @param capacity how many objects at most, at less than 200 bytes each; 0 to remember nothing
     */
    public AppliedMemory(int capacity) {
        this(capacity, DEFAULT_LIFETIME);
    }

    /**
     * An empty memory that watches nothing.
     *
     * @param capacity how many objects at most
     * @param lifetime how long an untouched object may go without the server being asked what an apply would do: an admission
     *     webhook or a policy that is new in the cluster shows only then
     */
    public AppliedMemory(int capacity, Duration lifetime) {
        this(capacity, lifetime, false, DriftListener.none());
    }

    private AppliedMemory(int capacity, Duration lifetime, boolean watching, DriftListener listener) {
        this.capacity = capacity;
        this.lifetime = lifetime;
        this.watching = watching;
        this.listener = listener;
    }

    /** An empty memory that believes for an hour, and watches what it remembers. */
    public static AppliedMemory watching(int capacity, DriftListener listener) {
        return new AppliedMemory(capacity, DEFAULT_LIFETIME, true, listener);
    }

    /** An apply begins; what is returned has to be ended. */
    public Recollection begin(Cluster view, Ownership ownership, Hash options) {
        Way way = Way.of(view, options);
        synchronized (this) {
            Owned owned = owners.computeIfAbsent(ownership, Owned::new);
            owned.begin();
            if (watching && !way.user().isEmpty()) {
                watches.useRights(owned, way.cluster());
            }
            return new Recollection(this, view, owned, way, watches.rightsOf(way.cluster()));
        }
    }

    /** Drops what is remembered of an owner, so that the next apply asks the server about every object. */
    public synchronized void forget(Ownership ownership) {
        Owned owned = owners.remove(ownership);
        if (owned != null) {
            drop(owned);
        }
    }

    /** A client is closed: nothing is watched over it any more, and what was applied over it is not remembered. */
    public synchronized void forget(Cluster cluster) {
        List<Owned> gone = owners.values().stream()
                .filter(owned -> owned.way()
                        .filter(way -> way.cluster() == cluster.own())
                        .isPresent())
                .toList();
        gone.forEach(owned -> forget(owned.ownership()));
    }

    /** How many objects are remembered. */
    public synchronized int size() {
        return size;
    }

    /** How many kinds are watched, those of all clusters. */
    public synchronized int watchedKinds() {
        return watches.size();
    }

    /** Whether these are all that the owner applied, and watches show all of them as they were then; what is doubtful is not. */
    public synchronized boolean isUntouched(
            Cluster view, Ownership ownership, Hash options, Collection<ObjectRef> refs) {
        Owned owned = owners.get(ownership);
        Way way = Way.of(view, options);
        OptionalLong rights = watches.rightsOf(way.cluster());
        if (owned == null || (rights.isEmpty() && !way.user().isEmpty())) {
            return false;
        }
        AppliedSet set = recall(owned, way, rights);
        return set.size() > 0
                && set.size() == refs.size()
                && refs.stream().allMatch(ref -> isUntouched(owned, set, way, ref));
    }

    private boolean isUntouched(Owned owned, AppliedSet set, Way way, ObjectRef ref) {
        Hash key = Hash.of(ref);
        return set.find(key)
                .filter(applied -> !expired(applied))
                .filter(applied -> liveTable(WatchScope.of(way.cluster(), ref, owned.ownership()))
                        .filter(table -> table.look(key).sameObject(applied.look()))
                        .isPresent())
                .isPresent();
    }

    /**
     * Stands for the versions that these objects have now, status included.
     *
     * @return empty when watches do not show all of them
     */
    public Optional<Hash> versions(Cluster view, Ownership owner, Collection<ObjectRef> refs) {
        TreeHasher hasher = new TreeHasher();
        for (ObjectRef ref : refs) {
            Hash key = Hash.of(ref);
            Optional<Look> look = liveTable(WatchScope.of(view, ref, owner))
                    .map(table -> table.look(key))
                    .filter(seen -> seen.version() != Look.UNKNOWN);
            if (look.isEmpty()) {
                return Optional.empty();
            }
            hasher.hash(key).number(look.get().version());
        }
        return Optional.of(hasher.done());
    }

    /** All that the owner waits for was healthy when it had these {@link #versions}. */
    public synchronized void healthy(Ownership owner, Hash versions) {
        Owned owned = owners.get(owner);
        if (owned != null) {
            owned.healthyAt(versions);
        }
    }

    /** Whether {@link #healthy} was the last that was said of the owner, of these versions. */
    public synchronized boolean wasHealthy(Ownership owner, Hash versions) {
        Owned owned = owners.get(owner);
        return owned != null && owned.wasHealthyAt(versions);
    }

    @Override
    public synchronized void close() {
        watches.close();
        owners.clear();
        size = 0;
    }

    synchronized Optional<KindTable> liveTable(WatchScope scope) {
        return watches.liveTable(scope);
    }

    synchronized AppliedSet recall(Owned owned, Way way, OptionalLong rights) {
        return owned.isAllowed(way, rights) ? owned.appliedIn(way) : AppliedSet.EMPTY;
    }

    boolean expired(Applied applied) {
        return System.nanoTime() - applied.asked() > lifetime.toNanos();
    }

    /** Replaces what is remembered of an owner, whose apply is over. */
    void end(Owned owned, Way way, OptionalLong rights, Map<ObjectRef, Applied> objects) {
        boolean drifted;
        synchronized (this) {
            owned.end();
            AppliedSet set = AppliedSet.of(objects);
            if (owners.get(owned.ownership()) != owned || set.size() == 0 || set.size() > capacity) {
                forgetIfSame(owned);
                return;
            }
            replace(owned, way, rights, objects, set);
            makeRoom(owned);
            drifted = watching && !asApplied(owned, objects);
        }
        if (drifted) {
            listener.drifted(owned.ownership());
        }
    }

    private void replace(Owned owned, Way way, OptionalLong rights, Map<ObjectRef, Applied> objects, AppliedSet set) {
        Set<WatchScope> wanted = watching ? scopes(way, owned, objects.keySet()) : Set.of();
        watches.use(owned, wanted);
        watches.keepRights(
                owned, Optional.of(way.cluster()).filter(_ -> !way.user().isEmpty()));
        size += set.size() - owned.objects().size();
        owned.replace(way, set, wanted, rights);
        if (watching) {
            objects.forEach((ref, applied) -> watches.table(WatchScope.of(way.cluster(), ref, owned.ownership()))
                    .ifPresent(table -> table.answered(Hash.of(ref), applied.look(), owned)));
        }
    }

    private static Set<WatchScope> scopes(Way way, Owned owned, Collection<ObjectRef> refs) {
        return refs.stream()
                .map(ref -> WatchScope.of(way.cluster(), ref, owned.ownership()))
                .collect(Collectors.toSet());
    }

    private void makeRoom(Owned latest) {
        while (size > capacity) {
            Owned eldest = owners.firstEntry().getValue();
            if (eldest == latest) {
                return;
            }
            forget(eldest.ownership());
        }
    }

    /** Whether watches show everything as it was applied; what they do not show yet is compared when they do. */
    private boolean asApplied(Owned owned, Map<ObjectRef, Applied> objects) {
        Map<WatchScope, Optional<KindTable>> tables = new HashMap<>();
        return objects.entrySet().stream().allMatch(object -> tables.computeIfAbsent(
                        WatchScope.of(owned.way().orElseThrow().cluster(), object.getKey(), owned.ownership()),
                        watches::liveTable)
                .map(table -> table.look(Hash.of(object.getKey()))
                        .keeps(object.getValue().look()))
                .orElse(true));
    }

    private void forgetIfSame(Owned owned) {
        if (owners.get(owned.ownership()) == owned && !owned.isApplying()) {
            forget(owned.ownership());
        }
    }

    private void drop(Owned owned) {
        size -= owned.objects().size();
        owned.scopes().forEach(scope -> watches.table(scope)
                .ifPresent(table -> owned.objects().keys().forEach(key -> table.release(key, owned))));
        watches.use(owned, Set.of());
        watches.keepRights(owned, Optional.empty());
        owned.clear();
    }

    private void changed(Owned owner, Hash key, Look now) {
        boolean drifted;
        synchronized (this) {
            drifted = !owner.isApplying()
                    && owner.objects()
                            .find(key)
                            .filter(applied -> !now.keeps(applied.look()))
                            .isPresent();
        }
        if (drifted) {
            listener.drifted(owner.ownership());
        }
    }
}
