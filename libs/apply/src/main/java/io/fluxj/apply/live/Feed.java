package io.fluxj.apply.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.cluster.Watch;
import io.fluxj.apply.cluster.WatchEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sightings of some objects of one kind and namespace up to date: a list, then a watch from there; again whenever the
 * watch ends. Where watching is not allowed this reads the objects every two seconds.
 */
final class Feed implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final ObjectRef scope;
    private final Set<ObjectRef> wanted;
    private final BiConsumer<ObjectRef, Sighting> sink;
    private @Nullable Watch watch;
    private volatile boolean open;
    private long lastTry = System.nanoTime() - PAUSE.toNanos();

    /**
     * @param scope kind and namespace, with a name when there is but one object
     * @param wanted objects of that scope
     */
    Feed(Cluster cluster, ObjectRef scope, Set<ObjectRef> wanted, BiConsumer<ObjectRef, Sighting> sink) {
        this.cluster = cluster;
        this.scope = scope;
        this.wanted = Set.copyOf(wanted);
        this.sink = sink;
    }

    boolean isOpen() {
        return open;
    }

    /** Opens the feed when it is not open and the last try was long enough ago. */
    void keepOpen() {
        if (open || System.nanoTime() - lastTry < PAUSE.toNanos()) {
            return;
        }
        lastTry = System.nanoTime();
        close();
        try {
            follow(list());
        } catch (ApiException | UnknownKindException e) {
            readEach();
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        open = false;
    }

    private JsonNode list() {
        JsonNode list = cluster.listNamed(scope);
        Set<ObjectRef> missing = new HashSet<>(wanted);
        for (JsonNode item : list.path("items")) {
            ObjectRef ref = refOf(item);
            if (missing.remove(ref)) {
                sink.accept(ref, new Sighting.Present(complete(item)));
            }
        }
        missing.forEach(ref -> sink.accept(ref, new Sighting.Absent()));
        return list;
    }

    private void follow(JsonNode list) {
        open = true;
        watch = cluster.watch(
                scope, list.path("metadata").path("resourceVersion").asText(""), this::event);
    }

    private void event(WatchEvent event) {
        switch (event) {
            case WatchEvent.Present(JsonNode object) -> tell(object, new Sighting.Present(object));
            case WatchEvent.Deleted(JsonNode object) -> tell(object, new Sighting.Absent());
            case WatchEvent.Ended _ -> open = false;
        }
    }

    private void tell(JsonNode object, Sighting sighting) {
        ObjectRef ref = refOf(object);
        if (wanted.contains(ref)) {
            sink.accept(ref, sighting);
        }
    }

    private void readEach() {
        for (ObjectRef ref : wanted) {
            sink.accept(ref, Reading.of(cluster, ref));
        }
    }

    private ObjectRef refOf(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new ObjectRef(
                scope.group(),
                scope.version(),
                scope.kind(),
                // An object that lives in no namespace may have been asked for in one.
                metadata.path("namespace").asText(scope.namespace()),
                metadata.path("name").asText(""));
    }

    /** Items of a list come without apiVersion and kind. */
    private JsonNode complete(JsonNode item) {
        return item instanceof ObjectNode object && !object.has("kind")
                ? object.put("apiVersion", scope.apiVersion()).put("kind", scope.kind())
                : item;
    }
}
