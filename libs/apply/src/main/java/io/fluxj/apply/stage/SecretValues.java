package io.fluxj.apply.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values of a Secret, which the server's messages may quote and ours must not. */
record SecretValues(Collection<String> values) {
    private static final int TOO_COMMON = 2;

    /** The values of this manifest; none when it is not a Secret. */
    static SecretValues of(JsonNode manifest) {
        if (!ObjectRef.of(manifest).groupKind().equals("Secret")) {
            return new SecretValues(List.of());
        }
        Set<String> values = new HashSet<>();
        for (String field : List.of("data", "stringData")) {
            collect(manifest.path(field), values);
        }
        return new SecretValues(values.stream()
                .filter(value -> value.length() > TOO_COMMON)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The message with every value replaced by asterisks. */
    String hiddenIn(String message) {
        String hidden = message;
        for (String value : values) {
            hidden = hidden.replace(value, "***");
        }
        return hidden;
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            collect(node.asText(""), values);
        }
        node.forEach(child -> collect(child, values));
    }

    private static void collect(String value, Set<String> values) {
        values.add(value);
        try {
            values.add(new String(Base64.getDecoder().decode(value), UTF_8));
        } catch (IllegalArgumentException e) {
            // Not encoded: the value itself is all there is to hide.
        }
    }
}
