package io.fluxj.runtime.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.memory.DriftListener;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Wakes an object when somebody else changed or deleted what it applied. */
public final class DriftWatch<R extends HasMetadata> implements DriftListener {
    private final FluxMarkers markers;
    private final DriftPace pace = new DriftPace(System::nanoTime);
    private final Feed feed;
    private final Set<ResourceID> woken = ConcurrentHashMap.newKeySet();

    /** For one kind, whose markers say which of its objects is an owner. */
    public DriftWatch(Class<R> type, FluxMarkers markers) {
        this.markers = markers;
        this.feed = new Feed(type);
    }

    /** The one that wakes. */
    public EventSource<?, R> eventSource() {
        return feed;
    }

    /** Whether the object was woken since one asked last. */
    public boolean hasWoken(R object) {
        return woken.remove(ResourceID.fromResource(object));
    }

    @Override
    public void drifted(Ownership owner) {
        ResourceID object = markers.ownerOf(owner);
        pace.next(object).ifPresent(wait -> wake(object, wait));
    }

    private void wake(ResourceID object, Duration wait) {
        CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS).execute(() -> feed.wake(object));
    }

    private final class Feed extends AbstractEventSource<R, R> {
        Feed(Class<R> type) {
            super(type, "drift");
        }

        void wake(ResourceID object) {
            if (isRunning()) {
                woken.add(object);
                getEventHandler().handleEvent(new Event(object));
            }
        }

        @Override
        public Set<R> getSecondaryResources(R primary) {
            return Set.of();
        }
    }
}
