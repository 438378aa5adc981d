package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules at a place in a schema and below.
 *
 * @param schema of the place
 * @param type of its values
 * @param rules at the place itself
 * @param properties places below by name
 * @param additional the place of members without a name
 * @param items the place of elements
 * @param allOf more rules for the same value
 */
record RuleNode(
        JsonNode schema,
        DeclaredType type,
        List<CompiledRule> rules,
        Map<String, RuleNode> properties,
        Optional<RuleNode> additional,
        Optional<RuleNode> items,
        List<RuleNode> allOf) {

    boolean empty() {
        return rules.isEmpty() && properties.isEmpty() && additional.isEmpty() && items.isEmpty() && allOf.isEmpty();
    }

    /** Whether errors name the kind of value only. */
    boolean container() {
        String name = schema.path("type").asText();
        return name.equals("object") || name.equals("array");
    }

    String typeName() {
        return schema.path("type").asText();
    }
}
