package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;

/** The refusal of a value by a rule. */
final class Refusal {
    private Refusal() {}

    /** Large and small numbers have exponents as Go writes them. */
    private static String shown(JsonNode value) {
        return value.isDouble()
                ? Nodes.text(value).replaceFirst("\\.0E|E", "e").replaceFirst("e(\\d)", "e+$1")
                : Nodes.text(value);
    }

    static Cause of(Rule rule, RuleNode node, JsonNode value, String field, String message) {
        String shown = node.container() ? "" : ": " + shown(value);
        return switch (rule.reason()) {
            case "FieldValueForbidden" -> new Cause(rule.reason(), "Forbidden: " + message, field);
            case "FieldValueRequired" -> new Cause(rule.reason(), "Required value: " + message, field);
            case "FieldValueDuplicate" -> new Cause(rule.reason(), "Duplicate value" + shown, field);
            default -> new Cause("FieldValueInvalid", "Invalid value" + shown + ": " + message, field);
        };
    }
}
