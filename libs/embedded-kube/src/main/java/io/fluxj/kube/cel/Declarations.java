package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes of a structural schema the type that its rules see. Sizes that the schema does not bound follow from the most that a
 * request may hold.
 */
final class Declarations {
    /** The most bytes that a request may hold. */
    static final long MAX_REQUEST = 3L * 1024 * 1024;

    private static final long QUOTES = 2;
    private static final long MAX_DATE_TIME = 32;
    private static final long MIN_DATE_TIME = 21;
    private static final long DATE = 12;
    private static final long MIN_DURATION = 3;
    private static final long MAX_DURATION = 32;
    private static final long BYTES_PER_CHARACTER = 4;

    private final Map<String, CelType> named = new HashMap<>();

    /** The named types that came along. */
    Map<String, CelType> named() {
        return named;
    }

    /**
     * The type of a schema; empty when rules may not see it.
     *
     * @param root whether the value is a whole object, whose kind and names rules may always read
     * @param name the type's name, under which its objects' types are named too
     */
    Optional<DeclaredType> of(JsonNode schema, boolean root, String name) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return Optional.of(
                    new ScalarType(SimpleType.DYN, maxLength(schema, MAX_REQUEST - QUOTES), 1, Values::intOrText));
        }
        return switch (schema.path("type").asText("")) {
            case "array" -> sequence(schema, name);
            case "object" -> object(root ? withMetadata(schema) : schema, name);
            case "string" -> Optional.of(text(schema));
            case "boolean" -> Optional.of(scalar(SimpleType.BOOL, "true".length(), JsonNode::booleanValue));
            case "number" -> Optional.of(scalar(SimpleType.DOUBLE, 1, JsonNode::doubleValue));
            case "integer" -> Optional.of(scalar(SimpleType.INT, 1, JsonNode::longValue));
            default -> Optional.empty();
        };
    }

    private static ScalarType scalar(CelType type, long minBytes, Function<JsonNode, Object> reader) {
        return new ScalarType(type, 0, minBytes, reader);
    }

    private Optional<DeclaredType> sequence(JsonNode schema, String name) {
        JsonNode items = schema.path("items");
        return of(items, items.path("x-kubernetes-embedded-resource").asBoolean(), name + ".@idx")
                .map(element -> new SequenceType(
                        element, key(schema), bound(schema, "maxItems", (MAX_REQUEST - 2) / (element.minBytes() + 1))));
    }

    /** What tells the elements of a set, or of a list of map entries, apart. */
    private static Optional<Function<Object, Object>> key(JsonNode schema) {
        return switch (schema.path("x-kubernetes-list-type").asText()) {
            case "set" -> Optional.of(Function.identity());
            case "map" -> {
                List<String> names = new ArrayList<>();
                schema.path("x-kubernetes-list-map-keys")
                        .forEach(name ->
                                names.add(FieldNames.escaped(name.asText()).orElse(name.asText())));
                yield Optional.of(element -> names.stream()
                        .map(name -> element instanceof Map<?, ?> fields ? Optional.ofNullable(fields.get(name)) : "")
                        .toList());
            }
            default -> Optional.empty();
        };
    }

    private Optional<DeclaredType> object(JsonNode schema, String name) {
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isObject()) {
            return of(
                            additional,
                            additional.path("x-kubernetes-embedded-resource").asBoolean(),
                            name + ".@elem")
                    .map(element -> new DictionaryType(
                            element, bound(schema, "maxProperties", (MAX_REQUEST - 2) / (element.minBytes() + 6))));
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(r -> required.add(r.asText()));
        Map<String, DeclaredType> properties = new HashMap<>();
        long bytes = 2;
        for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
            JsonNode property = entry.getValue();
            boolean whole = property.path("x-kubernetes-embedded-resource").asBoolean();
            Optional<DeclaredType> type = of(property, whole, name + "." + entry.getKey());
            type.ifPresent(t -> properties.put(entry.getKey(), t));
            if (type.isPresent() && required.contains(entry.getKey()) && !property.has("default")) {
                bytes += entry.getKey().length() + type.get().minBytes() + 4;
            }
        }
        ObjectType out = ObjectType.of(name, properties, bytes);
        named.put(name, out.type());
        return Optional.of(out);
    }

    private static ScalarType text(JsonNode schema) {
        return switch (schema.path("format").asText("")) {
            case "byte" ->
                new ScalarType(
                        SimpleType.BYTES, bound(schema, "maxLength", MAX_REQUEST - QUOTES), QUOTES, Values::bytes);
            case "duration" -> new ScalarType(SimpleType.DURATION, MAX_DURATION, MIN_DURATION, Declarations::duration);
            case "date" -> new ScalarType(SimpleType.TIMESTAMP, DATE, DATE, Values::date);
            case "date-time" -> new ScalarType(SimpleType.TIMESTAMP, MAX_DATE_TIME, MIN_DATE_TIME, Values::dateTime);
            default ->
                new ScalarType(
                        SimpleType.STRING, maxLength(schema, longestChoice(schema)), QUOTES, JsonNode::textValue);
        };
    }

    private static Object duration(JsonNode json) {
        return Durations.parse(json.asText()).orElse(Duration.ZERO);
    }

    private static long longestChoice(JsonNode schema) {
        long longest = -1;
        for (JsonNode choice : schema.path("enum")) {
            longest = Math.max(longest, choice.isTextual() ? choice.textValue().length() : 0);
        }
        return longest < 0 ? MAX_REQUEST - QUOTES : longest;
    }

    private static long maxLength(JsonNode schema, long otherwise) {
        return schema.has("maxLength") ? bound(schema, "maxLength", 0) * BYTES_PER_CHARACTER : otherwise;
    }

    private static long bound(JsonNode schema, String keyword, long otherwise) {
        return schema.has(keyword) ? Math.max(0, schema.path(keyword).asLong()) : otherwise;
    }

    private static JsonNode withMetadata(JsonNode schema) {
        ObjectNode out = schema.isObject() ? ((ObjectNode) schema).deepCopy() : Nodes.object();
        ObjectNode properties = Nodes.child(out, "properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        ObjectNode metadata =
                properties.putObject("metadata").put("type", "object").putObject("properties");
        metadata.putObject("name").put("type", "string");
        metadata.putObject("generateName").put("type", "string");
        return out;
    }
}
