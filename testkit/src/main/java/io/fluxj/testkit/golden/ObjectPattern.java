package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Objects of the {@code kind} that have the {@code field} (a JSON pointer, in which {@code *} is any item; with a value that {@code matches}), and each of
 * those under {@code and}.
 */
record ObjectPattern(String kind, List<Has> all) {
    static ObjectPattern of(JsonNode rule) {
        List<Has> all = new ArrayList<>(List.of(Has.of(rule)));
        rule.path("and").forEach(more -> all.add(Has.of(more)));
        return new ObjectPattern(rule.path("kind").asText(), all);
    }

    private record Has(String field, Pattern matches) {
        static Has of(JsonNode rule) {
            return new Has(
                    rule.path("field").asText(),
                    Pattern.compile(rule.path("matches").asText(".*"), Pattern.DOTALL));
        }

        boolean in(JsonNode object) {
            return Tree.at(object, field)
                    .anyMatch(value -> value.isContainerNode()
                            || matches.matcher(value.asText()).matches());
        }
    }

    /** Whether the scenario applies such an object. */
    boolean isIn(Scenario scenario) {
        return scenario.objects()
                .anyMatch(object -> object.path("kind").asText().equals(kind)
                        && all.stream().allMatch(has -> has.in(object)));
    }
}
