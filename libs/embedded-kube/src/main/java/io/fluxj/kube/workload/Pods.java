package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Counts Pods. */
final class Pods {
    private Pods() {}

    static boolean active(JsonNode pod) {
        String phase = pod.path("status").path("phase").asText();
        return !phase.equals("Succeeded") && !phase.equals("Failed");
    }

    static int ready(List<ObjectNode> pods) {
        return (int) pods.stream().filter(pod -> Conditions.holds(pod, "Ready")).count();
    }

    static int labelled(List<ObjectNode> pods, String label, String value) {
        return (int) pods.stream()
                .filter(pod -> Templates.label(pod, label).equals(value))
                .count();
    }

    static int wanted(JsonNode workload) {
        return workload.path("spec").path("replicas").asInt(1);
    }
}
