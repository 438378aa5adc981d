package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Columns of what limits, scales and admits others. */
final class PolicyColumns {
    private static final String NOT_GIVEN = "N/A";
    private static final int SHOWN_METRICS = 2;

    private PolicyColumns() {}

    static List<Column> disruptionBudget() {
        return List.of(
                Column.text("Min Available", 0, o -> o.path("spec")
                        .path("minAvailable")
                        .asText(NOT_GIVEN)),
                Column.text("Max Unavailable", 0, o -> o.path("spec")
                        .path("maxUnavailable")
                        .asText(NOT_GIVEN)),
                Column.number(
                        "Allowed Disruptions", 0, o -> number(o.path("status").path("disruptionsAllowed"))),
                Columns.age());
    }

    static List<Column> networkPolicy() {
        return List.of(
                Column.text(
                        "Pod-Selector", 0, o -> Selectors.text(o.path("spec").path("podSelector"))),
                Columns.age());
    }

    static List<Column> quota() {
        return List.of(
                Column.text("Request", 0, o -> quotas(o, false)),
                Column.text("Limit", 0, o -> quotas(o, true)),
                Columns.age());
    }

    private static String quotas(ObjectNode quota, boolean limits) {
        List<String> out = new ArrayList<>();
        Map<String, String> hard = new TreeMap<>();
        quota.path("status")
                .path("hard")
                .properties()
                .forEach(e -> hard.put(e.getKey(), e.getValue().asText()));
        hard.forEach((resource, most) -> {
            if (resource.startsWith("limits.") == limits) {
                String used = quota.path("status").path("used").path(resource).asText("0");
                out.add(resource + ": " + used + "/" + most);
            }
        });
        return String.join(", ", out);
    }

    static List<Column> priorityClass() {
        return List.of(
                Column.number("Value", 0, o -> number(o.path("value"))),
                new Column(
                        "Global-Default",
                        "boolean",
                        "",
                        0,
                        o -> Nodes.FACTORY.booleanNode(o.path("globalDefault").asBoolean())),
                Columns.age(),
                Column.text(
                        "PreemptionPolicy", 0, o -> o.path("preemptionPolicy").asText("")));
    }

    static List<Column> autoscaler() {
        return List.of(
                Column.text("Reference", 0, o -> {
                    JsonNode target = o.path("spec").path("scaleTargetRef");
                    return target.path("kind").asText() + "/"
                            + target.path("name").asText();
                }),
                Column.text("Targets", 0, PolicyColumns::targets),
                Column.text(
                        "MinPods", 0, o -> o.path("spec").path("minReplicas").asText("<unset>")),
                count("MaxPods", o -> number(o.path("spec").path("maxReplicas"))),
                count("Replicas", o -> number(o.path("status").path("currentReplicas"))),
                Columns.age());
    }

    private static Column count(String name, java.util.function.Function<ObjectNode, JsonNode> value) {
        return new Column(name, "string", "", 0, value);
    }

    private static String targets(ObjectNode autoscaler) {
        JsonNode spec = autoscaler.path("spec");
        if (spec.has("targetCPUUtilizationPercentage")) {
            return "cpu: " + current(autoscaler.path("status").path("currentCPUUtilizationPercentage")) + "/"
                    + spec.path("targetCPUUtilizationPercentage").asText() + "%";
        }
        List<String> out = new ArrayList<>();
        for (JsonNode metric : spec.path("metrics")) {
            out.add(target(metric));
        }
        if (out.isEmpty()) {
            return "<none>";
        }
        int more = out.size() - SHOWN_METRICS;
        return more > 0
                ? String.join(", ", out.subList(0, SHOWN_METRICS)) + " + " + more + " more..."
                : String.join(", ", out);
    }

    /** Nothing is measured here, so current values are unknown. */
    private static String target(JsonNode metric) {
        JsonNode resource = metric.has("resource") ? metric.path("resource") : metric.path("containerResource");
        if (resource.isObject()) {
            JsonNode target = resource.path("target");
            String wanted = target.has("averageValue")
                    ? target.path("averageValue").asText()
                    : target.has("averageUtilization")
                            ? target.path("averageUtilization").asText() + "%"
                            : "<auto>";
            return resource.path("name").asText() + ": <unknown>/" + wanted;
        }
        for (String kind : List.of("pods", "object", "external")) {
            JsonNode target = metric.path(kind).path("target");
            if (target.has("averageValue")) {
                return "<unknown>/" + target.path("averageValue").asText() + (kind.equals("pods") ? "" : " (avg)");
            }
            if (target.has("value")) {
                return "<unknown>/" + target.path("value").asText();
            }
        }
        return "<unknown type>";
    }

    private static String current(JsonNode percentage) {
        return percentage.isMissingNode() ? "<unknown>" : percentage.asText() + "%";
    }

    static List<Column> webhooks() {
        return List.of(Column.number("Webhooks", 0, o -> size(o.path("webhooks"))), Columns.age());
    }

    static List<Column> admissionPolicy(String name, String field) {
        return List.of(
                Column.number(name, 0, o -> size(o.path("spec").path(field))),
                Column.text("ParamKind", 0, o -> {
                    JsonNode kind = o.path("spec").path("paramKind");
                    return kind.isObject()
                            ? kind.path("apiVersion").asText() + "/"
                                    + kind.path("kind").asText()
                            : "<unset>";
                }),
                Columns.age());
    }

    static List<Column> admissionBinding() {
        return List.of(
                BuiltInColumns.text("PolicyName", "spec", "policyName"),
                Column.text("ParamRef", 0, o -> {
                    JsonNode reference = o.path("spec").path("paramRef");
                    String name = reference.path("name").asText("*");
                    return reference.isObject() ? reference.path("namespace").asText("*") + "/" + name : "<unset>";
                }),
                Columns.age());
    }

    private static JsonNode size(JsonNode list) {
        return Nodes.FACTORY.numberNode(list.size());
    }

    private static JsonNode number(JsonNode value) {
        return Nodes.FACTORY.numberNode(value.asLong(0));
    }
}
