package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields of an object; a field of another type counts as absent. */
final class ObjectFields {

    private ObjectFields() {}

    static JsonNode at(JsonNode object, String dotted) {
        JsonNode node = object;
        for (String field : dotted.split("\\.", -1)) {
            node = node.path(field);
        }
        return node;
    }

    static boolean hasInteger(JsonNode object, String dotted) {
        return at(object, dotted).isIntegralNumber();
    }

    static long integer(JsonNode object, String dotted, long otherwise) {
        JsonNode node = at(object, dotted);
        return node.isIntegralNumber() ? node.longValue() : otherwise;
    }

    static String text(JsonNode object, String dotted, String otherwise) {
        JsonNode node = at(object, dotted);
        return node.isTextual() ? node.textValue() : otherwise;
    }
}
