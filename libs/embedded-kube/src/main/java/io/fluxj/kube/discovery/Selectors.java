package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Selectors as tables show them. */
final class Selectors {
    private Selectors() {}

    /** Labels and expressions in one line. */
    static String text(JsonNode selector) {
        List<String> out = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            out.add(label.getKey() + "=" + label.getValue().asText());
        }
        out.sort(String::compareTo);
        for (JsonNode expression : selector.path("matchExpressions")) {
            out.add(expression(expression));
        }
        return out.isEmpty() ? "<none>" : String.join(",", out);
    }

    private static String expression(JsonNode expression) {
        String key = expression.path("key").asText();
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(v -> values.add(v.asText()));
        values.sort(String::compareTo);
        String list = " (" + String.join(",", values) + ")";
        return switch (expression.path("operator").asText()) {
            case "In" -> key + " in" + list;
            case "NotIn" -> key + " notin" + list;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }
}
