package io.fluxj.automation.setters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says which setter a value follows: {@code # {"$imagepolicy": "namespace:policy[:name|:tag|:digest]"}}. Source: conditions-events §11.
 *
 * @param setter as it is written
 */
record Marker(String setter) {
    /** What a file must hold to be looked at. */
    static final String KEY = "\"$imagepolicy\"";

    private static final String FIELD = "$imagepolicy";
    /** The longer form of the library that Flux uses. */
    private static final Pattern REFERENCE = Pattern.compile(
            "\\s*\\{\\s*\"\\$ref\"\\s*:\\s*\"#/definitions/io\\.k8s\\.cli\\.setters\\.([^\"]+)\"\\s*\\}.*");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The marker in a comment, which begins with {@code #}; empty when it is another comment. */
    static Optional<Marker> in(String comment) {
        String text = comment.replaceFirst("^#+", "");
        return text.contains("$") ? ofJson(text).or(() -> ofReference(text)) : Optional.empty();
    }

    private static Optional<Marker> ofJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            boolean texts = json.isObject() && json.valueStream().allMatch(JsonNode::isTextual);
            String setter = texts ? json.path(FIELD).asText() : "";
            return setter.isEmpty() ? Optional.empty() : Optional.of(new Marker(setter));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private static Optional<Marker> ofReference(String text) {
        Matcher found = REFERENCE.matcher(text);
        return found.matches() ? Optional.of(new Marker(found.group(1))) : Optional.empty();
    }
}
