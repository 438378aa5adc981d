package io.fluxj.apply.live;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a set of live objects, kept up to date by watches for those that one asks to follow. Used by one thread,
 * which blocks in {@link #awaitChange}; closing ends the watches.
 */
public final class LiveView implements AutoCloseable {
    /** With more objects than this of one kind and namespace, one watch for all is cheaper than one for each. */
    private static final int SINGLE_WATCHES = 8;
    /** What was seen longer ago than this is looked at again before anyone is told that it is bad. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** How long looking again may take, when there is much to look at or the server is slow. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration SHORTEST_REST = Duration.ofMillis(100);
    /** How long a server that cannot be reached is left alone. */
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Map<ObjectRef, Seen> seen = new ConcurrentHashMap<>();
    private final Map<ObjectRef, Feed> feeds = new HashMap<>();
    private final Set<ObjectRef> followed = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Feed.Sink sink = new Feed.Sink() {
        @Override
        public void saw(ObjectRef ref, Sighting sighting) {
            LiveView.this.saw(ref, sighting);
        }

        @Override
        public void broke() {
            wake();
        }
    };
    private long lookAgainAt = System.nanoTime();
    private boolean dirty;

    /** A view that knows nothing yet. */
    public LiveView(Cluster cluster) {
        this.cluster = cluster;
    }

    private record Seen(Sighting sighting, long at) {
        static Seen now(Sighting sighting) {
            return new Seen(sighting, System.nanoTime());
        }

        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    /** What was last seen; looks when that is not known yet. */
    public Sighting sighting(ObjectRef ref) {
        Seen known = seen.get(ref);
        if (known != null) {
            return known.sighting();
        }
        Sighting first = Reading.of(cluster, ref);
        Seen meanwhile = seen.putIfAbsent(ref, Seen.now(first));
        return meanwhile == null ? first : meanwhile.sighting();
    }

    /** Whether anything was seen of the object yet. */
    public boolean knows(ObjectRef ref) {
        return seen.containsKey(ref);
    }

    /** Records what another request has shown already. */
    public void saw(ObjectRef ref, Sighting sighting) {
        seen.put(ref, Seen.now(sighting));
        wake();
    }

    /**
     * Looks again at those of the objects that were seen, but not just now: whoever waited is not told that something is bad
     * because a watch was silent. Ends at the first sign that the server cannot be reached, and after some seconds.
     *
     * @return whether it looked at any
     */
    public boolean refresh(Collection<ObjectRef> refs) {
        Map<ObjectRef, Set<ObjectRef>> stale = new LinkedHashMap<>();
        for (ObjectRef ref : refs) {
            Seen last = seen.get(ref);
            if (last != null && !last.isFresh()) {
                stale.computeIfAbsent(scope(ref), scope -> new LinkedHashSet<>())
                        .add(ref);
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<ObjectRef, Set<ObjectRef>> group : stale.entrySet()) {
            if (!readAgain(group.getKey(), group.getValue(), deadline)) {
                break;
            }
        }
        return !stale.isEmpty();
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
        if (lookAgainAt - System.nanoTime() <= 0 && !feeds.values().stream().allMatch(Feed::keepOpen)) {
            lookAgainAt = System.nanoTime() + AWAY.toNanos();
        }
    }

    /**
     * Blocks until a sighting changes, a watch breaks or has run for long, {@link #wake} is called or the time is over. After
     * that, {@link #follow} has to be called again.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void awaitChange(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = Math.min(atMost.toNanos(), untilFeedsNeedCare().toNanos());
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

    private Duration untilFeedsNeedCare() {
        Duration first = feeds.values().stream()
                .map(Feed::restsFor)
                .min(Comparator.naturalOrder())
                .orElse(AWAY);
        Duration away = Duration.ofNanos(lookAgainAt - System.nanoTime());
        return Stream.of(first, away, SHORTEST_REST)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** False when there is no use in going on. */
    private boolean readAgain(ObjectRef scope, Set<ObjectRef> refs, long deadline) {
        Map<ObjectRef, Seen> before = new HashMap<>(seen);
        if (refs.size() > SINGLE_WATCHES) {
            try {
                ListedObjects.of(cluster, scope, refs)
                        .sightings()
                        .forEach((ref, sighting) -> replace(ref, before.get(ref), sighting));
                return System.nanoTime() < deadline;
            } catch (UnknownKindException | ApiException e) {
                // Reading one by one finds out what is wrong, per object.
            }
        }
        boolean goOn = true;
        for (ObjectRef ref : refs) {
            if (goOn) {
                Sighting sighting = Reading.of(cluster, ref);
                replace(ref, before.get(ref), sighting);
                goOn = System.nanoTime() < deadline && !isAway(sighting);
            }
        }
        return goOn;
    }

    private static boolean isAway(Sighting sighting) {
        return sighting instanceof Sighting.Unreadable unreadable && !unreadable.answered();
    }

    /** What a watch said meanwhile is newer than the answer. */
    private void replace(ObjectRef ref, @Nullable Seen before, Sighting sighting) {
        seen.computeIfPresent(ref, (_, now) -> before != null && before.at() == now.at() ? Seen.now(sighting) : now);
    }

    private void addFeeds(ObjectRef scope, Set<ObjectRef> refs) {
        if (refs.size() > SINGLE_WATCHES) {
            feeds.put(scope, new Feed(cluster, scope, refs, sink, System::nanoTime));
            return;
        }
        refs.forEach(ref -> feeds.put(ref, new Feed(cluster, ref, Set.of(ref), sink, System::nanoTime)));
    }

    private static ObjectRef scope(ObjectRef ref) {
        return new ObjectRef(ref.group(), ref.version(), ref.kind(), ref.namespace(), "");
    }
}
