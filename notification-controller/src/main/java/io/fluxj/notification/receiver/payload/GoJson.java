package io.fluxj.notification.receiver.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Go's decoder takes it: every number is a double, bytes that are no UTF-8 become the replacement character, of equal keys the last one counts, and
 * nothing is nested deeper than a thousand levels.
 */
public final class GoJson {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String END = "unexpected end of JSON input";

    private GoJson() {}

    /** What the whole text is. */
    public static JsonNode whole(byte[] text) throws MalformedPayload {
        try {
            return tree(JsonReader.read(Meter.NONE, text(text)));
        } catch (GoError malformed) {
            throw new MalformedPayload(String.valueOf(malformed.getMessage()));
        }
    }

    /** The value that the text begins with; what follows it is not looked at. */
    public static JsonNode first(byte[] bytes) throws MalformedPayload {
        String text = text(bytes);
        try {
            return tree(JsonReader.prefix(Meter.NONE, text).value());
        } catch (GoError malformed) {
            String message = String.valueOf(malformed.getMessage());
            String end = text.isBlank() ? "EOF" : "unexpected EOF";
            throw new MalformedPayload(message.equals(END) ? end : message);
        }
    }

    /**
     * The object that the text begins with; {@code null} is one without fields.
     *
     * @throws MalformedPayload also when it is something else
     */
    public static JsonNode object(byte[] text) throws MalformedPayload {
        JsonNode value = first(text);
        if (value.isNull()) {
            return TREES.createObjectNode();
        }
        if (!value.isObject()) {
            throw new MalformedPayload(
                    "json: cannot unmarshal %s into Go value of type map[string]interface {}".formatted(kind(value)));
        }
        return value;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode tree(@Nullable Object value) {
        return TREES.valueToTree(value);
    }

    /** How Go calls what a value is. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            case NULL, MISSING -> "null";
        };
    }
}
