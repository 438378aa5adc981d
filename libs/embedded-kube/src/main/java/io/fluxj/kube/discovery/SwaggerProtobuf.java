package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An OpenAPI v2 document as protobuf, which is the only form in which kubectl asks for it. Numbers are those of the messages in
 * {@code openapiv2.OpenAPIv2.proto} of google/gnostic-models; what is of no use to clients of this API is left out.
 */
final class SwaggerProtobuf {
    private static final int BYTES = 2;
    private static final Map<String, Integer> TEXTS = Map.of("$ref", 1, "format", 2, "title", 3, "description", 4);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SwaggerProtobuf() {}

    /** The bytes of a document. */
    static byte[] of(JsonNode document) {
        SwaggerProtobuf info = new SwaggerProtobuf();
        info.text(1, document.path("info").path("title").asText());
        info.text(2, document.path("info").path("version").asText());
        SwaggerProtobuf message = new SwaggerProtobuf();
        message.text(1, document.path("swagger").asText());
        message.message(2, info);
        message.message(8, new SwaggerProtobuf());
        message.message(9, named(document.path("definitions")));
        return message.out.toByteArray();
    }

    private static SwaggerProtobuf named(JsonNode schemas) {
        SwaggerProtobuf all = new SwaggerProtobuf();
        for (Map.Entry<String, JsonNode> member : schemas.properties()) {
            SwaggerProtobuf pair = new SwaggerProtobuf();
            pair.text(1, member.getKey());
            pair.message(2, schema(member.getValue()));
            all.message(1, pair);
        }
        return all;
    }

    private static SwaggerProtobuf schema(JsonNode schema) {
        SwaggerProtobuf message = new SwaggerProtobuf();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (TEXTS.containsKey(name)) {
                message.text(TEXTS.getOrDefault(name, 0), value.asText());
            } else if (name.startsWith("x-")) {
                SwaggerProtobuf extension = new SwaggerProtobuf();
                extension.text(1, name);
                extension.message(2, any(value));
                message.message(31, extension);
            } else {
                message.member(name, value);
            }
        }
        return message;
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "required" -> value.forEach(field -> text(19, field.asText()));
            case "enum" -> value.forEach(one -> message(20, any(one)));
            case "additionalProperties" -> {
                SwaggerProtobuf item = new SwaggerProtobuf();
                if (value.isObject()) {
                    item.message(1, schema(value));
                } else {
                    item.number(2, value.asBoolean() ? 1 : 0);
                }
                message(21, item);
            }
            case "type" -> {
                SwaggerProtobuf item = new SwaggerProtobuf();
                item.text(1, value.asText());
                message(22, item);
            }
            case "items" -> {
                SwaggerProtobuf item = new SwaggerProtobuf();
                item.message(1, schema(value));
                message(23, item);
            }
            case "properties" -> message(25, named(value));
            default -> {}
        }
    }

    /** A value as YAML, which JSON is. */
    private static SwaggerProtobuf any(JsonNode value) {
        SwaggerProtobuf message = new SwaggerProtobuf();
        message.text(2, Nodes.text(value) + "\n");
        return message;
    }

    private void text(int field, String value) {
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private void message(int field, SwaggerProtobuf value) {
        bytes(field, value.out.toByteArray());
    }

    private void bytes(int field, byte[] value) {
        varint((field << 3) | BYTES);
        varint(value.length);
        out.writeBytes(value);
    }

    private void number(int field, int value) {
        varint(field << 3);
        varint(value);
    }

    private void varint(int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
