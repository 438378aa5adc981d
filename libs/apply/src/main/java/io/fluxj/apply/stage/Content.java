package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.memory.Hash;
import io.fluxj.apply.memory.TreeHasher;
import java.util.LinkedHashSet;
import java.util.Set;

/** What of an object counts when one asks whether it differs: labels, annotations, and all but metadata and status. */
final class Content {
    private static final Set<String> NOT_CONTENT = Set.of("metadata", "status");

    private Content() {}

    static Hash hash(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return new TreeHasher()
                .tree(map(metadata, "labels"))
                .tree(map(metadata, "annotations"))
                .text(TreeHasher.without(comparable(object), NOT_CONTENT).toString())
                .done();
    }

    static boolean same(ObjectNode one, ObjectNode other) {
        return hash(one).equals(hash(other));
    }

    private static JsonNode map(JsonNode metadata, String field) {
        return metadata.path(field).isEmpty() ? JsonNodeFactory.instance.objectNode() : metadata.path(field);
    }

    /** The API server lists metrics of a HorizontalPodAutoscaler twice when they were applied in another version. */
    private static ObjectNode comparable(ObjectNode object) {
        if (!object.path("kind").asText().equals("HorizontalPodAutoscaler")
                || !(object.path("spec").path("metrics") instanceof ArrayNode metrics)) {
            return object;
        }
        Set<JsonNode> distinct = new LinkedHashSet<>();
        metrics.forEach(distinct::add);
        ObjectNode copy = object.deepCopy();
        if (copy.path("spec") instanceof ObjectNode spec) {
            spec.putArray("metrics").addAll(distinct);
        }
        return copy;
    }
}
