package io.fluxj.runtime.dependency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.Watch;
import io.fluxj.apply.cluster.WatchEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Objects of any kind that objects of one kind wait for. They are read in the controller's own cluster with the rights of whoever waits: what an expression makes of
 * an object that its author may not read would tell of it.
 *
 * @param <R> those who wait
 */
final class ForeignObjects<R> {
    private final Cluster cluster;
    private final Function<R, String> user;
    private final Map<ObjectName, List<Watch>> watches = new ConcurrentHashMap<>();

    /**
     * In this cluster.
     *
     * @param user whom an object acts as; empty for the controller itself
     */
    ForeignObjects(Cluster cluster, Function<R, String> user) {
        this.cluster = cluster;
        this.user = user;
    }

    /** The object as it is now; a namespace that its kind does not know is left out. */
    Optional<ObjectNode> find(R dependent, ObjectRef ref) {
        Cluster view = view(dependent);
        return view.get(view.discovery().scoped(ref));
    }

    private Cluster view(R dependent) {
        String name = user.apply(dependent);
        return name.isEmpty() ? cluster : cluster.impersonating(name);
    }

    /**
     * Tells once when the object is another than it was seen.
     *
     * @param seen its resource version; empty when it was not there
     */
    void watch(R dependent, ObjectName name, ObjectRef ref, String seen, Consumer<ObjectName> changed) {
        Cluster view = view(dependent);
        Watch watch = view.watch(view.discovery().scoped(ref), "", event -> {
            if (isNews(event, seen)) {
                changed.accept(name);
            }
        });
        watches.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(watch);
    }

    /** A watch that ends, since it is not allowed or was cut, is no news: the next look comes by the clock. */
    private static boolean isNews(WatchEvent event, String seen) {
        return switch (event) {
            case WatchEvent.Present(JsonNode object) ->
                !object.path("metadata").path("resourceVersion").asText("").equals(seen);
            case WatchEvent.Deleted _ -> true;
            case WatchEvent.Alive _, WatchEvent.Ended _ -> false;
        };
    }

    /** Nobody waits under this name any more. */
    void end(ObjectName name) {
        List<Watch> open = watches.remove(name);
        if (open != null) {
            open.forEach(Watch::close);
        }
    }
}
