package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** The JSON patch that takes over what other managers left on a live object. */
final class Cleanup {

    private Cleanup() {}

    /**
     * The patch; empty when there is nothing to take over. It applies only to the object as it was read.
     *
     * @param fieldManager who takes over
     */
    static Optional<ArrayNode> of(ObjectNode live, Takeover takeover, String fieldManager) {
        JsonNode metadata = live.path("metadata");
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.add(operation("replace", "/metadata/resourceVersion").set("value", metadata.path("resourceVersion")));
        remove(patch, metadata, "annotations", takeover.annotations());
        remove(patch, metadata, "labels", takeover.labels());
        ManagedFields.takenOver(metadata.path("managedFields"), takeover.managers(), fieldManager)
                .ifPresent(entries -> patch.add(
                        operation("replace", "/metadata/managedFields").set("value", entries)));
        return patch.size() > 1 ? Optional.of(patch) : Optional.empty();
    }

    /** The patch that brings all entries of {@code managedFields} to an API version; empty when they are in it already. */
    static Optional<ArrayNode> toVersion(ObjectNode live, String apiVersion) {
        JsonNode metadata = live.path("metadata");
        return ManagedFields.inVersion(metadata.path("managedFields"), apiVersion)
                .map(entries -> JsonNodeFactory.instance
                        .arrayNode()
                        .add(operation("replace", "/metadata/resourceVersion")
                                .set("value", metadata.path("resourceVersion")))
                        .add(operation("replace", "/metadata/managedFields").set("value", entries)));
    }

    private static void remove(ArrayNode patch, JsonNode metadata, String field, Collection<String> keys) {
        for (String key : new TreeSet<>(keys)) {
            if (metadata.path(field).has(key)) {
                String escaped = key.replace("~", "~0").replace("/", "~1");
                patch.add(operation("remove", "/metadata/" + field + "/" + escaped));
            }
        }
    }

    private static ObjectNode operation(String op, String path) {
        return JsonNodeFactory.instance.objectNode().put("op", op).put("path", path);
    }
}
