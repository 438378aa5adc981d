package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/** Words the refusals of single fields as the real server does. */
final class Rule {
    private Rule() {}

    static Cause required(String field) {
        return new Cause("FieldValueRequired", "Required value", field);
    }

    static Cause required(String field, String why) {
        return new Cause("FieldValueRequired", "Required value: " + why, field);
    }

    static Cause invalid(String field, String value, String why) {
        return new Cause(
                "FieldValueInvalid", "Invalid value: " + Nodes.text(Nodes.FACTORY.textNode(value)) + ": " + why, field);
    }

    static Cause invalid(String field, JsonNode value, String why) {
        return new Cause("FieldValueInvalid", "Invalid value: " + Nodes.text(value) + ": " + why, field);
    }

    static Cause forbidden(String field, String why) {
        return new Cause("FieldValueForbidden", "Forbidden: " + why, field);
    }

    static Cause unsupported(String field, String value, List<String> supported) {
        String list = String.join(
                ", ", supported.stream().sorted().map(s -> "\"" + s + "\"").toList());
        return new Cause(
                "FieldValueNotSupported", "Unsupported value: \"" + value + "\": supported values: " + list, field);
    }

    /** Unsupported, with the supported values in the given order. */
    static Cause notOneOf(String field, String value, List<String> supported) {
        String list =
                String.join(", ", supported.stream().map(s -> "\"" + s + "\"").toList());
        return new Cause(
                "FieldValueNotSupported", "Unsupported value: \"" + value + "\": supported values: " + list, field);
    }

    static Cause duplicate(String field, JsonNode value) {
        return new Cause("FieldValueDuplicate", "Duplicate value: " + Nodes.text(value), field);
    }
}
