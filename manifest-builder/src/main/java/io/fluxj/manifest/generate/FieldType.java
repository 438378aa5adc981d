package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.Kustomize;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The type of a field of a kustomization file. {@link #read} brings a value that was read as YAML into the form the
 * type has, as a typed decoder would: fields it does not know are dropped, names match in any case, and a number or
 * boolean where text is wanted becomes that text.
 */
sealed interface FieldType {

    FieldType TEXT = new Scalar("text");
    FieldType FLAG = new Scalar("true or false");
    FieldType NUMBER = new Scalar("a whole number");
    FieldType ANY = new Any();
    FieldType TEXTS = new ListOf(TEXT);
    FieldType TEXT_MAP = new MapOf(TEXT);
    FieldType FLAG_MAP = new MapOf(FLAG);

    /**
     * The value in the form of this type.
     *
     * @param at the field, for messages; fields that are dropped are noted there
     * @throws BuildException when the value cannot be of this type; names the field
     */
    JsonNode read(JsonNode value, Spot at);

    /** A single text, boolean or whole number. */
    record Scalar(String name) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, Spot at) {
            boolean fits =
                    switch (name) {
                        case "true or false" -> value.isBoolean();
                        case "a whole number" -> value.isIntegralNumber();
                        default -> value.isValueNode();
                    };
            if (!fits) {
                throw mismatch(value, at, name);
            }
            return name.equals("text") ? TextNode.valueOf(value.asText()) : value;
        }
    }

    /** Anything at all, kept as it stands. */
    record Any() implements FieldType {
        @Override
        public JsonNode read(JsonNode value, Spot at) {
            return value;
        }
    }

    /** A list. */
    record ListOf(FieldType element) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, Spot at) {
            if (!value.isArray()) {
                throw mismatch(value, at, "a list");
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode(value.size());
            for (JsonNode item : value) {
                list.add(item.isNull() ? item : element.read(item, at.element(list.size())));
            }
            return list;
        }
    }

    /** A mapping whose keys are free. */
    record MapOf(FieldType element) implements FieldType {
        @Override
        public JsonNode read(JsonNode value, Spot at) {
            if (!value.isObject()) {
                throw mismatch(value, at, "a map");
            }
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                JsonNode item = entry.getValue();
                map.set(entry.getKey(), item.isNull() ? zero() : element.read(item, at.entry(entry.getKey())));
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
        public JsonNode read(JsonNode value, Spot at) {
            if (!value.isObject()) {
                throw mismatch(value, at, "a map");
            }
            Map<String, String> names = new LinkedHashMap<>();
            fields.keySet().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
            ObjectNode struct = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String name = names.get(entry.getKey().toLowerCase(Locale.ROOT));
                FieldType type = name == null ? null : fields.get(name);
                if (name == null || type == null) {
                    at.entry(entry.getKey()).drop(unknown(entry.getKey()));
                } else if (!entry.getValue().isNull()) {
                    struct.set(name, type.read(entry.getValue(), at.entry(name)));
                }
            }
            return struct;
        }

        private BuildException unknown(String name) {
            BuildException note = BuildException.because("unknown field without effect");
            return Kustomize.likelyField(name, fields.keySet())
                    .map(meant -> note.hint("did you mean '" + meant + "'?"))
                    .orElse(note);
        }
    }

    private static BuildException mismatch(JsonNode value, Spot at, String wanted) {
        String found =
                switch (value.getNodeType()) {
                    case OBJECT, POJO -> "a map";
                    case ARRAY -> "a list";
                    case BOOLEAN -> "a boolean";
                    case NUMBER -> "a number";
                    case NULL, MISSING -> "nothing";
                    case STRING, BINARY -> "text";
                };
        return BuildException.because("expected %s but found %s".formatted(wanted, found))
                .inField(at.field())
                .hint("look the field up in the documentation of kustomization files");
    }
}
