package io.fluxj.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.fluxj.kube.json.Nodes;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an object of a built-in kind as the real server does: fields that the kind does not have are left out and reported,
 * wrong types are refused, amounts and times take their stored form.
 */
public final class Decoder {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final String MICRO_TIME = "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime";

    private static final Pattern SIX_DIGITS = Pattern.compile("T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}(Z|[+-])");

    private final List<String> unknown = new ArrayList<>();

    private Decoder() {}

    /**
     * What was read.
     *
     * @param object the object
     * @param unknownFields paths of the fields left out
     */
    public record Decoded(ObjectNode object, List<String> unknownFields) {}

    /** A value of the wrong type. */
    public static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads an object.
     *
     * @param schema of the kind
     */
    public static Decoded decode(Schema schema, ObjectNode value) {
        Decoder decoder = new Decoder();
        ObjectNode out = decoder.object(schema, value, "", "");
        return new Decoded(out, decoder.unknown);
    }

    private ObjectNode object(Schema schema, JsonNode value, String path, String owner) {
        ObjectNode out = Nodes.object();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            String below = path.isEmpty() ? name : path + "." + name;
            Optional<Schema> type = schema.member(name);
            if (type.isEmpty()) {
                unknown.add(below);
            } else if (!member.getValue().isNull()) {
                out.set(name, value(type.get(), member.getValue(), below, structOf(schema, owner)));
            } else if (!schema.hasProperties() && schema.additional().isPresent()) {
                out.set(name, zero(type.get()));
            }
        }
        return out;
    }

    private static JsonNode zero(Schema type) {
        return type.type().equals("string") ? Nodes.FACTORY.textNode("") : Nodes.FACTORY.nullNode();
    }

    private static String structOf(Schema schema, String owner) {
        String name = schema.definition();
        return name.isEmpty() ? owner : name.substring(name.lastIndexOf('.') + 1);
    }

    private JsonNode value(Schema schema, JsonNode value, String path, String owner) {
        if (schema.definition().equals(QUANTITY)) {
            return quantity(value, path);
        }
        return switch (schema.type()) {
            case "object" -> {
                require(value.isObject(), value, path, owner, goType(schema));
                yield schema.free() ? value.deepCopy() : object(schema, value, path, owner);
            }
            case "array" -> list(schema, value, path, owner);
            case "string" -> text(schema, value, path, owner);
            case "boolean" -> {
                require(value.isBoolean(), value, path, owner, "bool");
                yield value;
            }
            case "integer" -> integer(schema, value, path, owner);
            case "number" -> {
                require(value.isNumber(), value, path, owner, "float64");
                yield value;
            }
            case "int-or-string" -> {
                require(value.isTextual() || value.isIntegralNumber(), value, path, owner, "int32");
                yield value;
            }
            default -> value.deepCopy();
        };
    }

    private JsonNode list(Schema schema, JsonNode value, String path, String owner) {
        require(value.isArray(), value, path, owner, goType(schema));
        ArrayNode out = Nodes.array();
        int index = 0;
        for (JsonNode item : value) {
            out.add(item.isNull() ? Nodes.object() : value(schema.items(), item, path + "[" + index + "]", owner));
            index++;
        }
        return out;
    }

    private static JsonNode integer(Schema schema, JsonNode value, String path, String owner) {
        String type = schema.format().isEmpty() ? "int64" : schema.format();
        if (value.isFloatingPointNumber() && value.asDouble() == Math.rint(value.asDouble())) {
            return Nodes.FACTORY.numberNode(value.asLong());
        }
        boolean fits =
                value.isIntegralNumber() && (type.equals("int32") ? value.canConvertToInt() : value.canConvertToLong());
        if (value.isNumber() && !fits) {
            throw new Mismatch("json: cannot unmarshal number " + value.asText() + " into Go struct field " + owner
                    + "." + withoutIndexes(path) + " of type " + type);
        }
        require(fits, value, path, owner, type);
        return value;
    }

    private static JsonNode text(Schema schema, JsonNode value, String path, String owner) {
        if (schema.format().equals("date-time")) {
            return time(schema, value);
        }
        require(value.isTextual(), value, path, owner, schema.format().equals("byte") ? "[]uint8" : "string");
        if (schema.format().equals("byte")) {
            return base64(value);
        }
        return value;
    }

    private static JsonNode base64(JsonNode value) {
        String text = value.textValue();
        try {
            return Nodes.FACTORY.textNode(
                    Base64.getEncoder().encodeToString(Base64.getMimeDecoder().decode(strict(text))));
        } catch (IllegalArgumentException e) {
            int at = firstBad(text);
            throw new Mismatch("illegal base64 data at input byte " + at);
        }
    }

    private static String strict(String text) {
        String packed = text.replace("\n", "").replace("\r", "");
        if (firstBad(packed) < packed.length() || packed.length() % 4 != 0) {
            throw new IllegalArgumentException(packed);
        }
        return packed;
    }

    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean good = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '+'
                    || c == '/'
                    || c == '='
                    || c == '\n'
                    || c == '\r';
            if (!good) {
                return i;
            }
        }
        return text.length() % 4 == 0 ? text.length() : text.length() / 4 * 4;
    }

    private static JsonNode time(Schema schema, JsonNode value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.asText()).withOffsetSameInstant(ZoneOffset.UTC);
            boolean micros = schema.definition().equals(MICRO_TIME);
            if (micros && !SIX_DIGITS.matcher(value.asText()).find()) {
                String rest =
                        value.asText().substring(Math.min(19, value.asText().length()));
                throw new Mismatch("parsing time " + Nodes.text(value)
                        + " as \"2006-01-02T15:04:05.000000Z07:00\": cannot parse \"" + rest + "\" as \".000000\"");
            }
            return Nodes.FACTORY.textNode(
                    micros
                            ? MICROS.format(time)
                            : time.truncatedTo(ChronoUnit.SECONDS).toInstant().toString());
        } catch (DateTimeException e) {
            throw new Mismatch("parsing time " + Nodes.text(value) + " as \"2006-01-02T15:04:05Z07:00\": cannot parse "
                    + Nodes.text(value) + " as \"2006\"");
        }
    }

    private static JsonNode quantity(JsonNode value, String path) {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
        if (!value.isValueNode()) {
            throw new Mismatch("json: cannot unmarshal " + withoutIndexes(path) + ": not a quantity");
        }
        return Quantity.canonical(text)
                .map(Nodes.FACTORY::textNode)
                .orElseThrow(() -> new Mismatch(
                        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"));
    }

    private static void require(boolean right, JsonNode value, String path, String owner, String type) {
        if (!right) {
            throw new Mismatch("json: cannot unmarshal " + jsonType(value) + " into Go struct field " + owner + "."
                    + withoutIndexes(path) + " of type " + type);
        }
    }

    private static String withoutIndexes(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static String jsonType(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            default -> "value";
        };
    }

    private static String goType(Schema schema) {
        if (schema.type().equals("array")) {
            return "[]" + goType(schema.items());
        }
        if (!schema.definition().isEmpty()) {
            String[] parts = schema.definition().split("\\.", -1);
            return parts[parts.length - 2] + "." + parts[parts.length - 1];
        }
        return schema.additional().map(a -> "map[string]" + goType(a)).orElse(goScalar(schema));
    }

    private static String goScalar(Schema schema) {
        return switch (schema.type()) {
            case "boolean" -> "bool";
            case "integer" -> schema.format();
            default -> schema.type();
        };
    }
}
