package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Fills in what is absent. */
final class Fill {
    private Fill() {}

    static void text(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field) || object.get(field).asText().isEmpty()) {
            object.put(field, value);
        }
    }

    static void number(ObjectNode object, String field, long value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    /** Like {@link #number}, for fields whose zero counts as absent. */
    static void positive(ObjectNode object, String field, long value) {
        if (object.path(field).asLong(0) == 0) {
            object.put(field, value);
        }
    }

    static void flag(ObjectNode object, String field, boolean value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    static ObjectNode object(ObjectNode object, String field) {
        return object.get(field) instanceof ObjectNode existing ? existing : object.putObject(field);
    }

    /** The objects of a list; empty when there is none. */
    static List<ObjectNode> each(JsonNode parent, String field) {
        List<ObjectNode> out = new ArrayList<>();
        for (JsonNode item : parent.path(field)) {
            if (item instanceof ObjectNode object) {
                out.add(object);
            }
        }
        return out;
    }
}
