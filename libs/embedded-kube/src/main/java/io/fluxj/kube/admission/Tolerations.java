package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Pods stay for five minutes on a node that is lost, unless they say otherwise. */
final class Tolerations {
    private static final int SECONDS = 300;
    private static final List<String> TAINTS =
            List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    private Tolerations() {}

    static void fill(Write write) {
        if (!write.creates("Pod") || !(write.next().get("spec") instanceof ObjectNode spec)) {
            return;
        }
        JsonNode given = spec.path("tolerations").deepCopy();
        for (String taint : TAINTS) {
            if (!tolerated(given, taint)) {
                spec.withArrayProperty("tolerations")
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", SECONDS);
            }
        }
    }

    private static boolean tolerated(JsonNode tolerations, String taint) {
        for (JsonNode toleration : tolerations) {
            boolean key = Set.of("", taint).contains(toleration.path("key").asText(""));
            boolean effect =
                    Set.of("", "NoExecute").contains(toleration.path("effect").asText(""));
            if (key && effect) {
                return true;
            }
        }
        return false;
    }
}
