package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;
import static io.fluxj.api.schema.Tree.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Makes up values that a schema allows, with every field in most of them; and beyond that what a later version of the
 * schema could allow: other choices, other fields.
 */
final class SchemaArbitraries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double SELDOM = 0.1;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private SchemaArbitraries() {}

    /** Whole objects of a kind in its newest version. */
    static Arbitrary<JsonNode> objectsOf(Crd crd) {
        Crd.Version version = crd.storageVersion();
        ObjectNode head = JSON.objectNode()
                .put("apiVersion", crd.group() + "/" + version.name())
                .put("kind", crd.kind());
        head.set("metadata", JSON.objectNode().put("name", "a").put("namespace", "b"));
        List<Arbitrary<Member>> parts = new ArrayList<>();
        for (String part : List.of("spec", "status")) {
            Map<String, Object> schema = version.property(part);
            // Kinds without a status have the one of older versions in their schema, and no class for it.
            if (!schema.isEmpty() && !Field.isRetired(schema)) {
                parts.add(values(schema).map(value -> new Member(part, value)));
            }
        }
        return Combinators.combine(parts).as(fields -> object(head, fields));
    }

    private record Member(String name, JsonNode value) {}

    private static JsonNode object(ObjectNode head, List<@Nullable Member> fields) {
        ObjectNode object = head.deepCopy();
        for (@Nullable Member field : fields) {
            if (field != null) { // null when left out
                object.set(field.name(), field.value());
            }
        }
        return object;
    }

    private static Arbitrary<JsonNode> values(Map<String, Object> schema) {
        if (schema.containsKey("properties")) {
            return objects(schema);
        }
        return switch (text(schema.get("type"))) {
            case "string" -> strings(schema).map(JSON::textNode);
            case "boolean" -> Arbitraries.of(true, false).map(JSON::booleanNode);
            case "integer" ->
                Arbitraries.longs().greaterOrEqual(minimum(schema)).map(JSON::numberNode);
            case "array" -> values(map(schema.get("items"))).list().ofMaxSize(2).map(SchemaArbitraries::array);
            case "object" -> entries(schema);
            default -> anything(2);
        };
    }

    private static Arbitrary<JsonNode> objects(Map<String, Object> schema) {
        List<String> required = texts(schema.get("required"));
        List<Arbitrary<Member>> fields = new ArrayList<>();
        map(schema.get("properties")).forEach((name, child) -> {
            Arbitrary<Member> field = values(map(child)).map(value -> new Member(name, value));
            fields.add(required.contains(name) ? field : field.injectNull(SELDOM));
        });
        fields.add(anything(1).map(value -> new Member("fromTheFuture", value)).injectNull(1 - SELDOM));
        return Combinators.combine(fields).as(found -> object(JSON.objectNode(), found));
    }

    private static Arbitrary<JsonNode> entries(Map<String, Object> schema) {
        Arbitrary<JsonNode> value = schema.containsKey("additionalProperties")
                ? values(map(schema.get("additionalProperties")))
                : anything(1);
        return Arbitraries.maps(words(), value).ofMaxSize(2).map(SchemaArbitraries::object);
    }

    private static JsonNode object(Map<String, JsonNode> entries) {
        return JSON.objectNode().setAll(entries);
    }

    private static JsonNode array(List<JsonNode> elements) {
        return JSON.arrayNode().addAll(elements);
    }

    private static Arbitrary<String> strings(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return Arbitraries.frequencyOf(
                    Tuple.of(9, Arbitraries.of(texts(schema.get("enum")))), Tuple.of(1, words()));
        }
        if (text(schema.get("format")).equals("date-time")) {
            return Arbitraries.longs().between(0, LATEST.getEpochSecond()).map(second -> Instant.ofEpochSecond(second)
                    .toString());
        }
        return words();
    }

    /** No halves of surrogate pairs, which are no text. */
    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .ascii()
                .withCharRange('\u00a0', '\u024f')
                .withChars('\u2028', '\ufeff', '\uffff')
                .ofMaxLength(12);
    }

    /** JSON of any form. */
    private static Arbitrary<JsonNode> anything(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                words().map(JSON::textNode),
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.doubles().between(-1e12, 1e12).map(JSON::numberNode),
                Arbitraries.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        if (depth == 0) {
            return scalars;
        }
        // The API server drops a null where a field is declared, and keeps it within what it does not look into.
        Arbitrary<JsonNode> inner = anything(depth - 1).injectNull(SELDOM).map(SchemaArbitraries::orNull);
        return Arbitraries.oneOf(
                scalars,
                inner.list().ofMaxSize(2).map(SchemaArbitraries::array),
                Arbitraries.maps(words(), inner).ofMaxSize(2).map(SchemaArbitraries::object));
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? JSON.nullNode() : value;
    }

    private static long minimum(Map<String, Object> schema) {
        return schema.get("minimum") instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }
}
