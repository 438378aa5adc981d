package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Recorded and seen requests in a form in which only what counts is compared. */
final class Shapes {
    private static final String ANY = "${ANY}";
    private static final Set<String> UNORDERED_LISTS = Set.of("fields", "widgets", "tags", "attributes");
    private static final Set<String> UNORDERED_LINES = Set.of("text", "markdown", "body", "content");

    private Shapes() {}

    /** Without what the recording does not compare, on either side. */
    static JsonNode withoutAny(JsonNode recorded, JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode kept = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> {
                    JsonNode other = recorded.path(field.getKey());
                    if (!isAny(other)) {
                        kept.set(field.getKey(), withoutAny(other, field.getValue()));
                    }
                });
                yield kept;
            }
            case ArrayNode array -> {
                ArrayNode kept = JsonNodeFactory.instance.arrayNode();
                for (int at = 0; at < array.size(); at++) {
                    kept.add(withoutAny(recorded.path(at), array.get(at)));
                }
                yield kept;
            }
            default -> tree;
        };
    }

    private static boolean isAny(JsonNode recorded) {
        return recorded.isTextual() && recorded.textValue().equals(ANY);
    }

    /** With everything in order that comes in none. */
    static JsonNode sorted(String key, JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode sorted = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    sorted.set(field.getKey(), sorted(field.getKey(), field.getValue()));
                }
                yield sorted;
            }
            case ArrayNode array -> {
                List<JsonNode> items = new ArrayList<>();
                boolean facts = key.equals("facts") && array.path(0).has("name");
                array.forEach(item -> items.add(sorted(key, item)));
                if (facts || UNORDERED_LISTS.contains(key)) {
                    items.sort(Comparator.comparing(JsonNode::toString));
                }
                yield JsonNodeFactory.instance.arrayNode().addAll(items);
            }
            case JsonNode text
            when text.isTextual() && UNORDERED_LINES.contains(key) ->
                JsonNodeFactory.instance.textNode(
                        Arrays.stream(text.textValue().split("\n", -1)).sorted().collect(Collectors.joining("\n")));
            default -> tree;
        };
    }
}
