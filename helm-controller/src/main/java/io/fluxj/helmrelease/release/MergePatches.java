package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patches. */
final class MergePatches {
    private MergePatches() {}

    /** The patch that makes one object of another. */
    static ObjectNode between(ObjectNode from, ObjectNode to) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        from.fieldNames().forEachRemaining(field -> {
            if (!to.has(field)) {
                patch.putNull(field);
            }
        });
        to.properties().forEach(field -> add(patch, field.getKey(), from.get(field.getKey()), field.getValue()));
        return patch;
    }

    private static void add(ObjectNode patch, String field, JsonNode from, JsonNode to) {
        if (from instanceof ObjectNode old && to instanceof ObjectNode fresh) {
            ObjectNode inner = between(old, fresh);
            if (!inner.isEmpty()) {
                patch.set(field, inner);
            }
        } else if (!to.equals(from)) {
            patch.set(field, to);
        }
    }
}
