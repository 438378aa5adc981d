package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies, written down as they look. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** An object: names and values in turn; texts, numbers, booleans and other bodies. */
    static ObjectNode object(Object... namesAndValues) {
        ObjectNode json = NODES.objectNode();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            json.set((String) namesAndValues[at], value(namesAndValues[at + 1]));
        }
        return json;
    }

    /** A list. */
    static ArrayNode array(Object... values) {
        ArrayNode json = NODES.arrayNode();
        for (Object value : values) {
            json.add(value(value));
        }
        return json;
    }

    /** Nothing. */
    static JsonNode nothing() {
        return NODES.nullNode();
    }

    private static JsonNode value(Object value) {
        return switch (value) {
            case JsonNode json -> json;
            case String text -> NODES.textNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            default -> throw new IllegalArgumentException("no value of JSON: " + value.getClass());
        };
    }
}
