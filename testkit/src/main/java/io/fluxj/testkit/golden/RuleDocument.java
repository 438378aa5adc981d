package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Rules as they are written down: lists by name. */
record RuleDocument(JsonNode lists) {
    /**
     * The rules of a list.
     *
     * @throws IllegalArgumentException when one does not say why
     */
    <T> List<T> each(String list, Function<JsonNode, T> read) {
        List<T> rules = new ArrayList<>();
        for (JsonNode rule : lists.path(list)) {
            if (rule.path("why").asText().isBlank()) {
                throw new IllegalArgumentException("a rule under '" + list + "' does not say why: " + rule);
            }
            rules.add(read.apply(rule));
        }
        return List.copyOf(rules);
    }

    /** Without the rules that are about other scenarios. */
    RuleDocument in(Scenario scenario) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        lists.properties().forEach(list -> {
            ArrayNode rules = kept.putArray(list.getKey());
            list.getValue().forEach(rule -> {
                if (isAbout(rule, scenario)) {
                    rules.add(rule);
                }
            });
        });
        return new RuleDocument(kept);
    }

    private static boolean isAbout(JsonNode rule, Scenario scenario) {
        boolean objects = !rule.has("in") || ObjectPattern.of(rule.get("in")).isIn(scenario);
        boolean scripts = !rule.has("scripts")
                || runs(scenario, Pattern.compile(rule.get("scripts").asText()));
        return objects && scripts;
    }

    private static boolean runs(Scenario scenario, Pattern pattern) {
        return scenario.scripts().anyMatch(script -> pattern.matcher(script).find());
    }
}
