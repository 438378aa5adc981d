package io.fluxj.apply.live;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of a set of live objects, kept up to date by watches for those that one asks to follow. Used by one thread,
 * which blocks in {@link #awaitChange}; closing ends the watches.
 */
public final class LiveView implements AutoCloseable {
    /** With more objects than this of one kind and namespace, one watch for all is cheaper than one for each. */
    private static final int SINGLE_WATCHES = 8;

    private final Cluster cluster;
    private final Map<ObjectRef, Sighting> sightings = new ConcurrentHashMap<>();
    private final Map<ObjectRef, Feed> feeds = new HashMap<>();
    private final Set<ObjectRef> followed = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean dirty;

    /** A view that knows nothing yet. */
    public LiveView(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What was last seen; looks when that is not known yet. */
    public Sighting sighting(ObjectRef ref) {
        Sighting known = sightings.get(ref);
        if (known != null) {
            return known;
        }
        Sighting first = Reading.of(cluster, ref);
        Sighting meanwhile = sightings.putIfAbsent(ref, first);
        return meanwhile == null ? first : meanwhile;
    }

    /** Whether anything was seen of the object yet. */
    public boolean knows(ObjectRef ref) {
        return sightings.containsKey(ref);
    }

    /** Records what another request has shown already. */
    public void saw(ObjectRef ref, Sighting sighting) {
        sightings.put(ref, sighting);
        wake();
    }

    /** Keeps the sightings of these objects up to date from now on. */
    public void follow(Collection<ObjectRef> refs) {
        Map<ObjectRef, Set<ObjectRef>> fresh = new LinkedHashMap<>();
        for (ObjectRef ref : refs) {
            if (followed.add(ref)) {
                fresh.computeIfAbsent(scope(ref), scope -> new HashSet<>()).add(ref);
            }
        }
        fresh.forEach(this::addFeeds);
        feeds.values().forEach(Feed::keepOpen);
    }

    /** Whether every watch is up; while one is not, {@link #follow} should be called again soon. */
    public boolean allOpen() {
        return feeds.values().stream().allMatch(Feed::isOpen);
    }

    /**
     * Blocks until a sighting changes, {@link #wake} is called or the time is over.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void awaitChange(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!dirty && left > 0) {
                left = changed.awaitNanos(left);
            }
            dirty = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the present or the next {@link #awaitChange}; for any thread. */
    public void wake() {
        lock.lock();
        try {
            dirty = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        feeds.values().forEach(Feed::close);
    }

    private void addFeeds(ObjectRef scope, Set<ObjectRef> refs) {
        if (refs.size() > SINGLE_WATCHES) {
            feeds.put(scope, new Feed(cluster, scope, refs, this::saw));
            return;
        }
        refs.forEach(ref -> feeds.put(ref, new Feed(cluster, ref, Set.of(ref), this::saw)));
    }

    private static ObjectRef scope(ObjectRef ref) {
        return new ObjectRef(ref.group(), ref.version(), ref.kind(), ref.namespace(), "");
    }
}
