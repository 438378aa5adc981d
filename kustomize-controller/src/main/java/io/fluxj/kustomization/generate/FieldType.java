package io.fluxj.kustomization.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.kustomization.BuildFailure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The type of a field of a kustomization file. {@link #read} brings a value that was read as YAML into the form the
 * type has, as a typed decoder would: fields it does not know are dropped, names match in any case, and a number or
 * boolean where text is wanted becomes that text.
 */
sealed interface FieldType {

    FieldType TEXT = new Scalar("string");
    FieldType FLAG = new Scalar("bool");
    FieldType NUMBER = new Scalar("int64");
    FieldType ANY = new Any();
    FieldType TEXTS = new ListOf(TEXT);
    FieldType TEXT_MAP = new MapOf(TEXT);
    FieldType FLAG_MAP = new MapOf(FLAG);

    /**
     * The value in the form of this type.
     *
     * @param where the field's name, for the message
     * @throws BuildFailure when the value cannot be of this type
     */
    JsonNode read(JsonNode value, String where) throws BuildFailure;

    /** A single text, boolean or whole number. */
    record Scalar(String name) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, String where) throws BuildFailure {
            boolean fits =
                    switch (name) {
                        case "bool" -> value.isBoolean();
                        case "int64" -> value.isIntegralNumber();
                        default -> value.isValueNode();
                    };
            if (!fits) {
                throw mismatch(value, where, name);
            }
            return name.equals("string") ? TextNode.valueOf(value.asText()) : value;
        }
    }

    /** Anything at all, kept as it stands. */
    record Any() implements FieldType {
        @Override
        public JsonNode read(JsonNode value, String where) {
            return value;
        }
    }

    /** A list. */
    record ListOf(FieldType element) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, String where) throws BuildFailure {
            if (!value.isArray()) {
                throw mismatch(value, where, "list");
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode(value.size());
            for (JsonNode item : value) {
                list.add(item.isNull() ? item : element.read(item, where));
            }
            return list;
        }
    }

    /** A mapping whose keys are free. */
    record MapOf(FieldType element) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, String where) throws BuildFailure {
            if (!value.isObject()) {
                throw mismatch(value, where, "map");
            }
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                JsonNode item = entry.getValue();
                map.set(entry.getKey(), item.isNull() ? zero() : element.read(item, where));
            }
            return map;
        }

        private JsonNode zero() {
            return element.equals(FLAG) ? BooleanNode.FALSE : TextNode.valueOf("");
        }
    }

    /** A mapping with the given fields. */
    record Struct(Map<String, FieldType> fields) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, String where) throws BuildFailure {
            if (!value.isObject()) {
                throw mismatch(value, where, "map");
            }
            Map<String, String> names = new LinkedHashMap<>();
            fields.keySet().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
            ObjectNode struct = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String name = names.get(entry.getKey().toLowerCase(Locale.ROOT));
                FieldType type = name == null ? null : fields.get(name);
                if (name != null && type != null && !entry.getValue().isNull()) {
                    struct.set(name, type.read(entry.getValue(), where + "." + name));
                }
            }
            return struct;
        }
    }

    private static BuildFailure mismatch(JsonNode value, String where, String wanted) {
        String found = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return new BuildFailure(
                "field '%s' of the kustomization file is a %s, but must be a %s".formatted(where, found, wanted));
    }
}
