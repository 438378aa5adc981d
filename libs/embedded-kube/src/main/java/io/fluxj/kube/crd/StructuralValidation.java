package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a custom object against its structural schema, with the messages of the real server. */
public final class StructuralValidation {
    private static final List<String> SKIPPED_AT_ROOT = List.of("metadata", "apiVersion", "kind");

    private final List<Cause> causes = new ArrayList<>();

    private StructuralValidation() {}

    /**
     * What is wrong with the object.
     *
     * @param before the state before, null when the object is new
     */
    public static List<Cause> check(Schema schema, @Nullable ObjectNode before, ObjectNode object) {
        StructuralValidation validation = new StructuralValidation();
        validation.object(schema, object, "", true);
        if (validation.causes.isEmpty()) {
            validation.causes.addAll(Rules.check(schema, before, object));
        }
        return validation.causes;
    }

    private void value(Schema schema, JsonNode value, String path) {
        if (schema == Schema.ANY) {
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
        enumeration(schema, value, path);
        composed(schema, value, path);
        switch (value.getNodeType()) {
            case OBJECT -> object(schema, value, path, false);
            case ARRAY -> list(schema, value, path);
            case STRING -> text(schema.body(), value, path);
            case NUMBER -> number(schema.body(), value, path);
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

    private void object(Schema schema, JsonNode value, String path, boolean root) {
        JsonNode body = schema.body();
        for (JsonNode required : body.path("required")) {
            String name = required.asText();
            if (!value.has(name)) {
                causes.add(new Cause("FieldValueRequired", "Required value", join(path, name)));
            }
        }
        count(body, "minProperties", value.size(), path, "should have at least %d properties");
        tooMany(body, "maxProperties", value.size(), path);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (root && SKIPPED_AT_ROOT.contains(member.getKey())) {
                continue;
            }
            Optional<Schema> declared = schema.property(member.getKey());
            Optional<Schema> type = declared.or(schema::additional);
            type.ifPresent(t -> value(t, member.getValue(), join(path, member.getKey())));
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void list(Schema schema, JsonNode value, String path) {
        JsonNode body = schema.body();
        count(body, "minItems", value.size(), path, "should have at least %d items");
        tooMany(body, "maxItems", value.size(), path);
        int index = 0;
        for (JsonNode item : value) {
            value(schema.items(), item, path + "[" + index++ + "]");
        }
        ListKeys.duplicates(schema, value, path, causes);
    }

    private void count(JsonNode body, String keyword, int size, String path, String message) {
        if (body.has(keyword) && size < body.path(keyword).asInt()) {
            invalid(
                    path,
                    Nodes.FACTORY.numberNode(size),
                    path + " in body " + message.formatted(body.path(keyword).asInt()));
        }
    }

    private void tooMany(JsonNode body, String keyword, int size, String path) {
        int atMost = body.path(keyword).asInt();
        if (body.has(keyword) && size > body.path(keyword).asInt()) {
            causes.add(new Cause(
                    "FieldValueTooMany",
                    "Too many: " + size + ": must have at most " + atMost + (atMost == 1 ? " item" : " items"),
                    path));
        }
    }

    private void text(JsonNode body, JsonNode value, String path) {
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        if (body.has("maxLength") && length > body.path("maxLength").asInt()) {
            causes.add(new Cause(
                    "FieldValueTooLong",
                    "Too long: may not be more than " + body.path("maxLength").asInt() + " bytes",
                    path));
        }
        if (body.has("minLength") && length < body.path("minLength").asInt()) {
            invalid(
                    path,
                    value,
                    path + " in body should be at least "
                            + body.path("minLength").asInt() + " chars long");
        }
        String pattern = body.path("pattern").asText("");
        if (!pattern.isEmpty() && !matches(pattern, text)) {
            invalid(path, value, path + " in body should match '" + pattern + "'");
        }
        String format = body.path("format").asText("");
        if (!format.isEmpty() && !Formats.valid(format, text)) {
            causes.add(new Cause(
                    "FieldValueTypeInvalid",
                    "Invalid value: " + Nodes.text(value) + ": " + path + " in body must be of type " + format + ": "
                            + Nodes.text(value),
                    path));
        }
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void number(JsonNode body, JsonNode value, String path) {
        BigDecimal number = value.decimalValue();
        if (body.has("minimum")) {
            int order = number.compareTo(body.path("minimum").decimalValue());
            boolean exclusive = body.path("exclusiveMinimum").asBoolean();
            if (order < 0 || (exclusive && order == 0)) {
                invalid(
                        path,
                        value,
                        path + " in body should be greater than " + (exclusive ? "" : "or equal to ")
                                + body.path("minimum").asText());
            }
        }
        if (body.has("maximum")) {
            int order = number.compareTo(body.path("maximum").decimalValue());
            boolean exclusive = body.path("exclusiveMaximum").asBoolean();
            if (order > 0 || (exclusive && order == 0)) {
                invalid(
                        path,
                        value,
                        path + " in body should be less than " + (exclusive ? "" : "or equal to ")
                                + body.path("maximum").asText());
            }
        }
        if (body.has("multipleOf")
                && number.remainder(body.path("multipleOf").decimalValue()).signum() != 0) {
            invalid(
                    path,
                    value,
                    path + " in body should be a multiple of "
                            + body.path("multipleOf").asText());
        }
    }

    private void enumeration(Schema schema, JsonNode value, String path) {
        JsonNode allowed = schema.body().path("enum");
        if (allowed.isEmpty()) {
            return;
        }
        List<String> supported = new ArrayList<>();
        for (JsonNode item : allowed) {
            if (item.equals(value)) {
                return;
            }
            supported.add(Nodes.text(item));
        }
        causes.add(new Cause(
                "FieldValueNotSupported",
                "Unsupported value: " + Nodes.text(value) + ": supported values: " + String.join(", ", supported),
                path));
    }

    private void composed(Schema schema, JsonNode value, String path) {
        JsonNode body = schema.body();
        for (JsonNode part : body.path("allOf")) {
            causes.addAll(partial(part, value, path));
        }
        if (body.has("anyOf") && passed(body.path("anyOf"), value, path) == 0) {
            none("\"" + path + "\" must validate at least one schema (anyOf)", body.path("anyOf"), value, path);
        }
        if (body.has("oneOf")) {
            long passed = passed(body.path("oneOf"), value, path);
            String one = "\"" + path + "\" must validate one and only one schema (oneOf). Found ";
            if (passed == 0) {
                none(one + "none valid", body.path("oneOf"), value, path);
            } else if (passed > 1) {
                none(one + passed + " valid alternatives", Nodes.array(), value, path);
            }
        }
        if (body.has("not") && partial(body.path("not"), value, path).isEmpty()) {
            invalid(path, path + " in body must not validate the schema (not)");
        }
    }

    /** No alternative holds: said without a field, followed by what the first one misses. */
    private void none(String message, JsonNode alternatives, JsonNode value, String path) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: \"\": " + message, "<nil>"));
        if (!alternatives.isEmpty()) {
            causes.addAll(partial(alternatives.path(0), value, path));
        }
    }

    private static long passed(JsonNode parts, JsonNode value, String path) {
        long passed = 0;
        for (JsonNode part : parts) {
            passed += partial(part, value, path).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    private static List<Cause> partial(JsonNode part, JsonNode value, String path) {
        StructuralValidation validation = new StructuralValidation();
        validation.value(Schema.structural(part), value, path);
        return validation.causes;
    }

    private void invalid(String path, String message) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: \"\": " + message, path));
    }

    private void invalid(String path, JsonNode value, String message) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: " + Nodes.text(value) + ": " + message, path));
    }
}
