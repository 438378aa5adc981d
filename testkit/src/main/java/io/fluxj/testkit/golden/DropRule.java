package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field that is not compared.
 *
 * @param kind only that of live objects of the kind; empty for all objects and events
 */
record DropRule(String kind, String field) {
    static DropRule of(JsonNode rule) {
        return new DropRule(rule.path("kind").asText(), rule.path("field").asText());
    }

    void applyTo(JsonNode node) {
        if (kind.isEmpty() || node.at("/object/kind").asText().equals(kind)) {
            Tree.drop(node, field);
        }
    }
}
