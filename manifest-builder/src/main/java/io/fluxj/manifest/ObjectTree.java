package io.fluxj.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the content of a built object into the tree that is applied. */
final class ObjectTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ObjectTree() {}

    static ObjectNode of(Map<String, ?> content) {
        ObjectNode object = NODES.objectNode();
        content.forEach((key, value) -> object.set(key, node(value)));
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> mapping(map);
            case List<?> list -> sequence(list);
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case Double number -> number(number);
            default -> throw new IllegalArgumentException("a built object holds a " + value.getClass());
        };
    }

    private static ObjectNode mapping(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), node(value)));
        return object;
    }

    private static ArrayNode sequence(List<?> list) {
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(item -> array.add(node(item)));
        return array;
    }

    /** A double without a fraction is written as a whole number, as the YAML text has it. */
    private static JsonNode number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? NODES.numberNode((long) number) : NODES.numberNode(number);
    }
}
