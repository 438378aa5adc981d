package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Paths to fields below a rule, such as {@code .spec.name} or {@code ['odd name'].key}. */
final class FieldPath {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private JsonNode schema;
    private int position;

    private FieldPath(String text, JsonNode schema) {
        this.text = text;
        this.schema = schema;
    }

    /** The path as messages have it; empty when there is no such field in the schema. */
    static Optional<String> of(String text, JsonNode schema) {
        FieldPath path = new FieldPath(text, schema);
        while (path.position < text.length()) {
            if (!path.step()) {
                return Optional.empty();
            }
        }
        return Optional.of(path.out.toString());
    }

    private boolean step() {
        char c = text.charAt(position);
        if (c == '.') {
            int end = position + 1;
            while (end < text.length() && ".[]".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String name = text.substring(position + 1, end);
            position = end;
            return !name.isEmpty() && into(name);
        }
        return c == '[' && quoted();
    }

    private boolean quoted() {
        if (!text.startsWith("['", position)) {
            return false;
        }
        StringBuilder name = new StringBuilder();
        int at = position + 2;
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at++);
            if (c == '\\') {
                int escape = at < text.length() ? "abfnrtv'\\".indexOf(text.charAt(at++)) : -1;
                if (escape < 0) {
                    return false;
                }
                name.append("\u0007\b\f\n\r\t\u000b'\\".charAt(escape));
            } else {
                name.append(c);
            }
        }
        if (!text.startsWith("']", at)) {
            return false;
        }
        position = at + 2;
        return into(name.toString());
    }

    private boolean into(String name) {
        JsonNode properties = schema.path("properties");
        JsonNode additional = schema.path("additionalProperties");
        if (properties.isObject()) {
            if (!properties.has(name)) {
                return false;
            }
            out.append(out.isEmpty() ? "" : ".").append(name);
            schema = properties.path(name);
            return true;
        }
        if (!additional.isObject()) {
            return false;
        }
        out.append('[').append(name).append(']');
        schema = additional;
        return true;
    }
}
