package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Walks over the parts of scenarios. */
final class Placeholders {
    private Placeholders() {}

    /** A copy in which each text was replaced. */
    static JsonNode fill(JsonNode node, UnaryOperator<String> filling) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(filling.apply(text.asText()));
            case ArrayNode array -> {
                ArrayNode filled = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> filled.add(fill(item, filling)));
                yield filled;
            }
            case ObjectNode object -> {
                ObjectNode filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), filling)));
                yield filled;
            }
            default -> node;
        };
    }

    /** What is expected of objects, by {@code Kind/name}. */
    static Map<String, JsonNode> objects(JsonNode expect) {
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        expect.properties().forEach(field -> {
            if (field.getKey().contains("/")) {
                objects.put(field.getKey(), field.getValue());
            }
        });
        return objects;
    }

    /** The name in {@code Kind/name}. */
    static String name(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
