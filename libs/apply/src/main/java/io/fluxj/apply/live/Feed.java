package io.fluxj.apply.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.cluster.Watch;
import io.fluxj.apply.cluster.WatchEvent;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sightings of some objects of one kind and namespace up to date: a list, then a watch from there; again whenever the
 * watch ends, for whatever reason, and now and then though it has not: a connection that broke without a word looks like
 * one on which nothing happens. Where watching is not allowed this reads the objects every two seconds.
 */
final class Feed implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final ObjectRef scope;
    private final Set<ObjectRef> wanted;
    private final Sink sink;
    private final LongSupplier nanoTime;
    private @Nullable Following following;
    private volatile boolean open;
    private long lastTry;

    /** Who is told; called from any thread. */
    interface Sink {
        void saw(ObjectRef ref, Sighting sighting);

        /** {@link #keepOpen} has something to do, soon. */
        void broke();
    }

    /**
     * @param scope kind and namespace, with a name when there is but one object
     * @param wanted objects of that scope
     * @param nanoTime the time
     */
    Feed(Cluster cluster, ObjectRef scope, Set<ObjectRef> wanted, Sink sink, LongSupplier nanoTime) {
        this.cluster = cluster;
        this.scope = scope;
        this.wanted = Set.copyOf(wanted);
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.lastTry = nanoTime.getAsLong() - PAUSE.toNanos();
    }

    /** How long until {@link #keepOpen} has something to do, unless the watch breaks before. */
    Duration restsFor() {
        Duration pause = open ? LONGEST_WATCH : PAUSE;
        return pause.minusNanos(nanoTime.getAsLong() - lastTry);
    }

    /**
     * Lists and watches anew when the watch has ended or ran for long, and the last try was long enough ago.
     *
     * @return false when the server could not be reached
     */
    boolean keepOpen() {
        if (restsFor().isPositive()) {
            return true;
        }
        close();
        try {
            follow(ListedObjects.of(cluster, scope, wanted));
            return true;
        } catch (UnknownKindException e) {
            wanted.forEach(ref -> sink.saw(ref, new Sighting.Unserved(String.valueOf(e.getMessage()))));
            return true;
        } catch (ApiException e) {
            return look(e);
        } finally {
            lastTry = nanoTime.getAsLong();
        }
    }

    @Override
    public void close() {
        if (following != null) {
            following.close();
            following = null;
        }
        open = false;
    }

    private void follow(ListedObjects listing) {
        listing.sightings().forEach(sink::saw);
        Following next = new Following();
        following = next;
        open = true;
        next.begin(cluster.watch(scope, listing.resourceVersion(), next::event));
    }

    /** Who may not list may perhaps read. */
    private boolean look(ApiException e) {
        if (e.unanswered()) {
            wanted.forEach(ref -> sink.saw(ref, new Sighting.Unreadable(String.valueOf(e.getMessage()), false)));
            return false;
        }
        wanted.forEach(ref -> sink.saw(ref, Reading.of(cluster, ref)));
        return true;
    }

    /** One watch. What it still has to say when the next one has begun is older than what that one's list showed. */
    private final class Following {
        private @Nullable Watch watch;
        private boolean over;

        synchronized void begin(Watch begun) {
            watch = begun;
        }

        synchronized void close() {
            over = true;
            if (watch != null) {
                watch.close();
            }
        }

        synchronized void event(WatchEvent event) {
            if (over) {
                return;
            }
            switch (event) {
                case WatchEvent.Present(JsonNode object) -> tell(object, new Sighting.Present(object));
                case WatchEvent.Deleted(JsonNode object) -> tell(object, new Sighting.Absent());
                case WatchEvent.Alive _ -> {}
                case WatchEvent.Ended _ -> {
                    open = false;
                    sink.broke();
                }
            }
        }

        private void tell(JsonNode object, Sighting sighting) {
            ObjectRef ref = ListedObjects.refOf(scope, object);
            if (wanted.contains(ref)) {
                sink.saw(ref, sighting);
            }
        }
    }
}
