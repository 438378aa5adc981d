package io.fluxj.source.helm.index;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Remembers for some indexes where in their stored form which chart begins. Source: flags-endpoints §2. */
public final class IndexPlaces {
    private final Bounds bounds;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock lock = new ReentrantLock();
    private Instant purged;

    /**
     * What is remembered.
     *
     * @param most indexes; none when 0
     * @param ttl how long since an index was last asked for
     * @param purgeInterval how often those are forgotten whose time is over
     */
    public record Bounds(int most, Duration ttl, Duration purgeInterval) {}

    private record Kept(Map<String, Long> places, Instant until) {}

    /** Remembers nothing yet. */
    public IndexPlaces(Bounds bounds, Clock clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.purged = clock.instant();
    }

    /** Whether anything is remembered at all. */
    public boolean isOn() {
        return bounds.most() > 0;
    }

    /** Whether something is remembered of an index; then for longer from now on. */
    public boolean knows(String index) {
        return find(index).isPresent();
    }

    /**
     * Remembers an index.
     *
     * @param stored its stored form from the beginning
     */
    public void learn(String index, InputStream stored) throws IOException {
        keep(index, StoredIndex.places(stored));
    }

    /**
     * As {@link StoredIndex#look}, quicker where something is remembered.
     *
     * @param stored its stored form from the beginning
     */
    public StoredIndex.Presence look(String index, InputStream stored, String chart, Predicate<IndexEntry> goesOn)
            throws IOException {
        Optional<Map<String, Long>> known = find(index);
        if (known.isEmpty()) {
            return StoredIndex.look(stored, chart, goesOn);
        }
        Long place = known.get().get(StoredIndex.key(chart));
        if (place == null) {
            return StoredIndex.Presence.UNKNOWN;
        }
        stored.skipNBytes(place);
        return StoredIndex.versions(stored, goesOn);
    }

    private Optional<Map<String, Long>> find(String index) {
        Instant now = clock.instant();
        lock.lock();
        try {
            purge(now);
            Optional<Kept> found = Optional.ofNullable(kept.get(index)).filter(one -> now.isBefore(one.until()));
            found.ifPresent(one -> kept.put(index, new Kept(one.places(), now.plus(bounds.ttl()))));
            return found.map(Kept::places);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String index, Map<String, Long> places) {
        lock.lock();
        try {
            kept.put(index, new Kept(Map.copyOf(places), clock.instant().plus(bounds.ttl())));
            while (kept.size() > bounds.most()) {
                kept.remove(kept.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    private void purge(Instant now) {
        if (!purged.plus(bounds.purgeInterval()).isAfter(now)) {
            purged = now;
            kept.values().removeIf(one -> !now.isBefore(one.until()));
        }
    }
}
