package io.fluxj.apply.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one list showed of some objects.
 *
 * @param sightings one for each object
 * @param resourceVersion as of when
 */
record ListedObjects(Map<ObjectRef, Sighting> sightings, String resourceVersion) {

    /**
     * Asks the server.
     *
     * @param scope kind and namespace, with a name when there is but one object
     * @param wanted objects of that scope
     */
    static ListedObjects of(Cluster cluster, ObjectRef scope, Set<ObjectRef> wanted) {
        JsonNode list = cluster.listNamed(scope);
        Map<ObjectRef, Sighting> sightings = new HashMap<>();
        wanted.forEach(ref -> sightings.put(ref, new Sighting.Absent()));
        for (JsonNode item : list.path("items")) {
            JsonNode object = complete(scope, item);
            sightings.computeIfPresent(refOf(scope, item), (ref, absent) -> new Sighting.Present(object));
        }
        return new ListedObjects(
                sightings, list.path("metadata").path("resourceVersion").asText(""));
    }

    static ObjectRef refOf(ObjectRef scope, JsonNode object) {
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
    private static JsonNode complete(ObjectRef scope, JsonNode item) {
        return item instanceof ObjectNode object && !object.has("kind")
                ? object.put("apiVersion", scope.apiVersion()).put("kind", scope.kind())
                : item;
    }
}
