package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walks over trees. */
final class Tree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Tree() {}

    /** A copy in which each text is replaced. */
    static JsonNode texts(JsonNode node, UnaryOperator<String> replaced) {
        return texts(node, "", (key, text) -> replaced.apply(text));
    }

    /**
     * A copy in which each text is replaced.
     *
     * @param replaced is given the nearest key above the text, then the text
     */
    static JsonNode texts(JsonNode node, String key, BinaryOperator<String> replaced) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(replaced.apply(key, text.asText()));
            case ArrayNode array -> {
                ArrayNode copy = NODES.arrayNode();
                array.forEach(item -> copy.add(texts(item, key, replaced)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = NODES.objectNode();
                object.properties()
                        .forEach(field -> copy.set(field.getKey(), texts(field.getValue(), field.getKey(), replaced)));
                yield copy;
            }
            default -> node;
        };
    }

    /** All texts of the tree. */
    static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(Tree::texts);
    }

    /** What a JSON pointer names, in which {@code *} stands for each item or field. */
    static Stream<JsonNode> at(JsonNode node, String pointer) {
        Stream<JsonNode> found = Stream.of(node);
        for (String part : parts(pointer)) {
            found = found.flatMap(each -> part.equals("*") ? each.valueStream() : child(each, part));
        }
        return found;
    }

    private static Stream<JsonNode> child(JsonNode node, String name) {
        return Stream.ofNullable(node.get(name));
    }

    /** Removes what a JSON pointer names, in which {@code *} stands for each item or field. */
    static void drop(JsonNode node, String pointer) {
        drop(node, parts(pointer));
    }

    private static List<String> parts(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** Gives what a JSON pointer names, in which {@code *} stands for each item or field, another value where there is one. */
    static void replace(JsonNode node, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        String field = parts(pointer).getLast();
        at(node, pointer.substring(0, last)).filter(holder -> holder.has(field)).forEach(holder -> ((ObjectNode) holder)
                .set(field, value));
    }

    private static void drop(JsonNode node, List<String> parts) {
        String first = parts.getFirst();
        List<String> rest = parts.subList(1, parts.size());
        if (first.equals("*")) {
            node.forEach(child -> drop(child, rest));
        } else if (rest.isEmpty()) {
            if (node instanceof ObjectNode object) {
                object.remove(first);
            }
        } else {
            drop(node.path(first), rest);
        }
    }

    /** A copy without empty lists and maps and nulls: which of them are written differs between languages. */
    static JsonNode withoutEmpty(JsonNode node) {
        return switch (node) {
            case ArrayNode array -> {
                ArrayNode copy = NODES.arrayNode();
                array.forEach(item -> copy.add(withoutEmpty(item)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = NODES.objectNode();
                object.properties().forEach(field -> {
                    JsonNode value = withoutEmpty(field.getValue());
                    if (!value.isNull() && (!value.isContainerNode() || !value.isEmpty())) {
                        copy.set(field.getKey(), value);
                    }
                });
                yield copy;
            }
            default -> node;
        };
    }

    /** The names of an object's fields. */
    static Set<String> keys(JsonNode object) {
        Set<String> keys = new HashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
