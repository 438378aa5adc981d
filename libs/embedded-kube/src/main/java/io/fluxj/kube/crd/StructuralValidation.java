package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.cel.Correlation;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a custom object against its structural schema, with the messages of the real server. */
final class StructuralValidation {
    private static final List<String> SKIPPED_AT_ROOT = List.of("metadata", "apiVersion", "kind");

    private final List<Cause> causes = new ArrayList<>();
    private final ValueLimits limits = new ValueLimits(causes);
    private final Composition composition = new Composition(causes);

    private StructuralValidation() {}

    /**
     * What is wrong with the object. What is as it was before is not looked at again.
     *
     * @param before the state before, null when the object is new
     */
    static List<Cause> check(Schema schema, @Nullable ObjectNode before, ObjectNode object) {
        StructuralValidation validation = new StructuralValidation();
        validation.object(schema, object, "", Correlation.of(before, object), true);
        return validation.causes;
    }

    /** What is wrong with a value by a part of its schema. */
    static List<Cause> partial(JsonNode part, JsonNode value, String path) {
        StructuralValidation validation = new StructuralValidation();
        validation.value(Schema.structural(part), value, path, Correlation.of(null, value));
        return validation.causes;
    }

    private void value(Schema schema, JsonNode value, String path, Correlation correlation) {
        if (schema == Schema.ANY || correlation.unchanged()) {
            return;
        }
        if (value.isNull()) {
            if (!schema.nullable()) {
                typeError(path, schema.type(), "null");
            }
            return;
        }
        if (!rightType(schema, value)) {
            typeError(path, schema.type(), jsonType(value));
            return;
        }
        limits.choice(schema.body(), value, path);
        composition.check(schema.body(), value, path);
        switch (value.getNodeType()) {
            case OBJECT -> object(schema, value, path, correlation, false);
            case ARRAY -> list(schema, value, path, correlation);
            case STRING -> limits.text(schema.body(), value, path);
            case NUMBER -> limits.number(schema.body(), value, path);
            default -> {}
        }
    }

    private static boolean rightType(Schema schema, JsonNode value) {
        return switch (schema.type()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isIntegralNumber() || (value.isNumber() && value.asDouble() == Math.rint(value.asDouble()));
            case "int-or-string" -> value.isTextual() || value.isIntegralNumber();
            default -> true;
        };
    }

    private void typeError(String path, String wanted, String got) {
        String named = wanted.equals("int-or-string") ? "integer,string" : wanted;
        causes.add(new Cause(
                "FieldValueTypeInvalid",
                "Invalid value: \"" + got + "\": " + path + " in body must be of type " + named + ": \"" + got + "\"",
                path));
    }

    private static String jsonType(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private void object(Schema schema, JsonNode value, String path, Correlation correlation, boolean root) {
        JsonNode body = schema.body();
        for (JsonNode required : body.path("required")) {
            String name = required.asText();
            if (!value.has(name)) {
                causes.add(new Cause("FieldValueRequired", "Required value", join(path, name)));
            }
        }
        limits.count(body, "minProperties", value.size(), path, "should have at least %d properties");
        limits.tooMany(body, "maxProperties", value.size(), path);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (root && SKIPPED_AT_ROOT.contains(member.getKey())) {
                continue;
            }
            Optional<Schema> declared = schema.property(member.getKey());
            Optional<Schema> type = declared.or(schema::additional);
            type.ifPresent(t -> value(
                    t,
                    member.getValue(),
                    join(path, member.getKey()),
                    correlation.member(member.getKey(), member.getValue())));
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void list(Schema schema, JsonNode value, String path, Correlation correlation) {
        JsonNode body = schema.body();
        limits.count(body, "minItems", value.size(), path, "should have at least %d items");
        limits.tooMany(body, "maxItems", value.size(), path);
        int index = 0;
        for (JsonNode item : value) {
            value(schema.items(), item, path + "[" + index++ + "]", correlation.element(body, item));
        }
        ListKeys.duplicates(schema, value, path, causes);
    }
}
