package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.cluster.Watch;
import io.fluxj.apply.cluster.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells a sink how the objects of a scope look: a list, then a watch from there, and again whenever the watch ends or has been silent for longer
 * than bookmarks take. On a virtual thread of its own, until it is closed.
 */
final class MetadataFeed implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(5);
    private static final Duration SILENCE = Duration.ofMinutes(3);
    private static final Duration CHECK = Duration.ofSeconds(30);
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405, 406);

    private final WatchScope scope;
    private final Sink sink;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Following following = new Following();

    /** Who is told; by one thread at a time. */
    interface Sink {
        void listed(MetadataList list);

        void present(JsonNode metadata);

        void deleted(JsonNode metadata);
    }

    private MetadataFeed(WatchScope scope, Sink sink) {
        this.scope = scope;
        this.sink = sink;
    }

    static MetadataFeed open(WatchScope scope, Sink sink) {
        MetadataFeed feed = new MetadataFeed(scope, sink);
        Thread.ofVirtual().name("watch-of-" + scope.kind().groupKind()).start(feed::run);
        return feed;
    }

    /** Whether the sink is up to date, but for what is on its way. */
    boolean isLive() {
        return following.isLive();
    }

    @Override
    public void close() {
        closed.countDown();
        following.close();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            do {
                pause = follow(pause);
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until there is nothing more to come; how long to pause then. */
    private Duration follow(Duration pause) throws InterruptedException {
        Following next = new Following();
        following = next;
        try {
            MetadataList list =
                    MetadataList.read(scope.kind(), scope.cluster().listMetadata(scope.kind(), scope.labelSelector()));
            sink.listed(list);
            try (Watch _ = scope.cluster()
                    .watchMetadata(scope.kind(), scope.labelSelector(), list.resourceVersion(), next::event)) {
                next.awaitEnd();
            }
            return FIRST_PAUSE;
        } catch (ApiException e) {
            return REFUSALS.contains(e.code()) ? REFUSED_PAUSE : longer(pause);
        } catch (UnknownKindException e) {
            return REFUSED_PAUSE;
        } catch (IOException e) {
            return longer(pause);
        } finally {
            next.close();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** One watch. */
    private final class Following {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean begun;
        private volatile long lastSign = System.nanoTime();

        boolean isLive() {
            return begun && over.getCount() > 0 && !isSilent();
        }

        private boolean isSilent() {
            return System.nanoTime() - lastSign > SILENCE.toNanos();
        }

        void awaitEnd() throws InterruptedException {
            while (!over.await(CHECK.toSeconds(), TimeUnit.SECONDS)) {
                if (isSilent() || closed.getCount() == 0) {
                    return;
                }
            }
        }

        void close() {
            over.countDown();
        }

        void event(WatchEvent event) {
            if (over.getCount() == 0) {
                return;
            }
            lastSign = System.nanoTime();
            switch (event) {
                case WatchEvent.Present(JsonNode object) -> sink.present(object.path("metadata"));
                case WatchEvent.Deleted(JsonNode object) -> sink.deleted(object.path("metadata"));
                case WatchEvent.Alive() -> begun = true;
                case WatchEvent.Ended _ -> over.countDown();
            }
        }
    }
}
