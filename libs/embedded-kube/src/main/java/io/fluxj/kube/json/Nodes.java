package io.fluxj.kube.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as this library holds them: whole numbers have one node type per value, so that equal values are equal nodes. */
public final class Nodes {
    /** Makes nodes whose {@code equals} compares whole numbers by value. */
    public static final JsonNodeFactory FACTORY = new CanonicalNumbers();

    private static final ObjectMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(500).build())
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .nodeFactory(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader STRICT =
            MAPPER.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private Nodes() {}

    /** The mapper behind all of this; it is never reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** A new empty object. */
    public static ObjectNode object() {
        return FACTORY.objectNode();
    }

    /** A new empty list. */
    public static ArrayNode array() {
        return FACTORY.arrayNode();
    }

    /** A list of strings. */
    public static ArrayNode strings(Iterable<String> values) {
        ArrayNode list = array();
        values.forEach(list::add);
        return list;
    }

    /**
     * Reads one JSON value.
     *
     * @throws IOException when the bytes are not exactly one JSON value
     */
    public static JsonNode parse(byte[] json) throws IOException {
        JsonNode value = MAPPER.readTree(json);
        return value == null ? FACTORY.missingNode() : value;
    }

    /** Whether some object in this JSON has a key more than once. */
    public static boolean repeatsKeys(byte[] json) throws IOException {
        try {
            STRICT.readTree(json);
            return false;
        } catch (MismatchedInputException e) {
            return true;
        }
    }

    /** Reads JSON that this library itself wrote or ships. */
    public static JsonNode parseTrusted(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** UTF-8 JSON of a value. */
    public static byte[] bytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    /** Compact JSON of a value. */
    public static String text(JsonNode value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** The object under {@code field}, made when it is absent or not an object. */
    public static ObjectNode child(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode existing ? existing : parent.putObject(field);
    }

    /** The text under {@code field}, or the empty string. */
    public static String string(@Nullable JsonNode parent, String field) {
        return parent == null ? "" : parent.path(field).asText("");
    }

    /** Whether a value is absent, null, or an empty object, list or text. */
    public static boolean blank(@Nullable JsonNode value) {
        return value == null
                || value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty());
    }

    /** The same object with fields in alphabetical order at every depth; for texts that must not depend on input order. */
    public static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode out = object();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> out.set(e.getKey(), sorted(e.getValue())));
            return out;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode out = array();
            list.forEach(item -> out.add(sorted(item)));
            return out;
        }
        return value;
    }

    /** Removes every null member below an object; elements of lists stay. */
    public static void dropNulls(ObjectNode object) {
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext()) {
            JsonNode value = members.next().getValue();
            if (value.isNull()) {
                members.remove();
            } else {
                dropNullsBelow(value);
            }
        }
    }

    private static void dropNullsBelow(JsonNode value) {
        if (value instanceof ObjectNode object) {
            dropNulls(object);
        } else if (value instanceof ArrayNode list) {
            list.forEach(Nodes::dropNullsBelow);
        }
    }

    private static final class CanonicalNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public NumericNode numberNode(long value) {
            return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE
                    ? super.numberNode((int) value)
                    : super.numberNode(value);
        }
    }
}
