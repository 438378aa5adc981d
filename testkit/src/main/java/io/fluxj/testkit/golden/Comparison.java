package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.Yaml;

/**
 * Compares recorded with seen trees.
 *
 * @param rules what is the same although it is written differently
 */
public record Comparison(Rules rules) {
    /** Stands in recordings for what is not compared. */
    private static final String ANY = "${ANY}";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A readable difference, empty when all is as recorded. */
    public String difference(JsonNode recorded, JsonNode seen) {
        JsonNode comparable = rules.comparable(seen);
        return Diff.between(Yaml.print(expected(rules.comparable(recorded), comparable)), Yaml.print(comparable));
    }

    /** Whether both are the same. */
    boolean same(JsonNode recorded, JsonNode seen) {
        return expected(recorded, seen).equals(seen);
    }

    /** The recorded tree, with the seen text wherever that says the same in other words. */
    JsonNode expected(JsonNode recorded, JsonNode seen) {
        return switch (recorded) {
            case TextNode text -> text(text.asText(), seen);
            case ArrayNode array -> {
                ArrayNode expected = NODES.arrayNode();
                for (int i = 0; i < array.size(); i++) {
                    expected.add(expected(array.get(i), seen.path(i)));
                }
                yield expected;
            }
            case ObjectNode object -> {
                ObjectNode expected = NODES.objectNode();
                object.properties()
                        .forEach(field ->
                                expected.set(field.getKey(), expected(field.getValue(), seen.path(field.getKey()))));
                yield expected;
            }
            default -> recorded;
        };
    }

    private JsonNode text(String recorded, JsonNode seen) {
        boolean any = recorded.equals(ANY) && !seen.isMissingNode();
        boolean same = any || (seen.isTextual() && rules.same(recorded, seen.asText()));
        return same ? seen : TextNode.valueOf(rules.expected(recorded));
    }
}
