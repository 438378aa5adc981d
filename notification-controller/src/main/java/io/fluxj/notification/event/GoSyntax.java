package io.fluxj.notification.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Says in Go's words what is wrong with JSON, as far as log lines of Flux were recorded. */
final class GoSyntax {
    private static final int SHOWN = 100;

    private GoSyntax() {}

    static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            case NULL, MISSING -> "null";
        };
    }

    static String time(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "parsing time \"" + shown + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + shown
                + "\" as \"2006\"";
    }

    /** Names the byte at which Go stumbles in the cases that senders meet: nothing at all, the first byte, a key, and what follows the end. */
    static String problem(byte[] body, JsonProcessingException malformed) {
        String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "unexpected end of JSON input";
        }
        char first = text.charAt(0);
        if ("{[\"tfn-0123456789".indexOf(first) < 0) {
            return invalid(first, "looking for beginning of value");
        }
        String message = String.valueOf(malformed.getOriginalMessage());
        if (message.startsWith("Trailing token")) {
            return invalid(at(body, malformed), "after top-level value");
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "unexpected end of JSON input";
        }
        return message.contains("to start field name")
                ? invalid(at(body, malformed), "looking for beginning of object key string")
                : "the body is no JSON: " + message.lines().findFirst().orElse("");
    }

    private static char at(byte[] body, JsonProcessingException malformed) {
        long offset =
                malformed.getLocation() == null ? -1 : malformed.getLocation().getByteOffset();
        for (int at = (int) Math.max(0, offset - 1); at < body.length; at++) {
            if (body[at] > ' ') {
                return (char) body[at];
            }
        }
        return '?';
    }

    private static String invalid(char found, String where) {
        return "invalid character '" + found + "' " + where;
    }
}
