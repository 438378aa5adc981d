package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of applied objects that has another value than when it was recorded.
 *
 * @param field a JSON pointer with at least two parts, in which {@code *} is any item
 */
record GivenRule(String field, JsonNode becomes) {
    static GivenRule of(JsonNode rule) {
        return new GivenRule(rule.path("field").asText(), rule.path("becomes"));
    }

    void applyTo(JsonNode object) {
        Tree.replace(object, field, becomes);
    }
}
