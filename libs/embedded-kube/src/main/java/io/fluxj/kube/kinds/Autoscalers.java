package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;

/** HorizontalPodAutoscaler {@code v1} knows the CPU target only; the rest travels in an annotation. */
public final class Autoscalers {
    private static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";

    private Autoscalers() {}

    /** Changes the fields of a v2 object, in place. */
    public static ObjectNode toV1(ObjectNode object) {
        ObjectNode spec = Nodes.child(object, "spec");
        JsonNode metrics = spec.remove("metrics");
        ArrayNode others = Nodes.array();
        if (metrics != null) {
            for (JsonNode metric : metrics) {
                JsonNode resource = metric.path("resource");
                JsonNode percent = resource.path("target").path("averageUtilization");
                if (resource.path("name").asText().equals("cpu") && percent.isNumber()) {
                    spec.set("targetCPUUtilizationPercentage", percent);
                } else {
                    others.add(metric);
                }
            }
        }
        if (object.get("status") instanceof ObjectNode status && Nodes.blank(status.get("currentMetrics"))) {
            status.remove("currentMetrics");
        }
        if (!others.isEmpty()) {
            Nodes.child(Nodes.child(object, "metadata"), "annotations").put(METRICS, Nodes.text(others));
        }
        return object;
    }

    /** Changes the fields of a v1 object, in place. */
    public static ObjectNode toV2(ObjectNode object) {
        ObjectNode spec = Nodes.child(object, "spec");
        ArrayNode metrics = Nodes.array();
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations && annotations.has(METRICS)) {
            Nodes.parseTrusted(annotations.remove(METRICS).asText()).forEach(metrics::add);
        }
        JsonNode percent = spec.remove("targetCPUUtilizationPercentage");
        if (percent != null) {
            ObjectNode metric = metrics.addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .set("averageUtilization", percent);
        }
        if (!metrics.isEmpty()) {
            spec.set("metrics", metrics);
        }
        return object;
    }
}
