package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A pattern that becomes something else on both sides.
 *
 * @param everywhere in all texts, not in messages alone
 */
record TextRule(Pattern pattern, String becomes, boolean everywhere) {
    static TextRule of(JsonNode rule) {
        return new TextRule(
                Pattern.compile(rule.path("pattern").asText(), Pattern.DOTALL),
                rule.path("becomes").asText(),
                rule.path("everywhere").asBoolean());
    }

    String applyTo(String key, String text) {
        return everywhere || key.equals("message") ? pattern.matcher(text).replaceAll(becomes) : text;
    }
}
