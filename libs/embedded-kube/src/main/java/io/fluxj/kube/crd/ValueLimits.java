package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Limits that a schema sets to single values: sizes, patterns, formats, bounds, choices. */
final class ValueLimits {
    private final List<Cause> causes;

    ValueLimits(List<Cause> causes) {
        this.causes = causes;
    }

    void count(JsonNode body, String keyword, int size, String path, String message) {
        if (body.has(keyword) && size < body.path(keyword).asInt()) {
            invalid(
                    path,
                    Nodes.FACTORY.numberNode(size),
                    path + " in body " + message.formatted(body.path(keyword).asInt()));
        }
    }

    void tooMany(JsonNode body, String keyword, int size, String path) {
        int atMost = body.path(keyword).asInt();
        if (body.has(keyword) && size > body.path(keyword).asInt()) {
            causes.add(new Cause(
                    "FieldValueTooMany",
                    "Too many: " + size + ": must have at most " + atMost + (atMost == 1 ? " item" : " items"),
                    path));
        }
    }

    void text(JsonNode body, JsonNode value, String path) {
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

    void number(JsonNode body, JsonNode value, String path) {
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

    void choice(JsonNode body, JsonNode value, String path) {
        JsonNode allowed = body.path("enum");
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

    private void invalid(String path, JsonNode value, String message) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: " + Nodes.text(value) + ": " + message, path));
    }
}
