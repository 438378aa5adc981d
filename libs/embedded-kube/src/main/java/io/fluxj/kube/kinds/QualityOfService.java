package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The quality-of-service class of a Pod. */
final class QualityOfService {
    private QualityOfService() {}

    static String of(ObjectNode pod) {
        List<ObjectNode> containers = new ArrayList<>(Fill.each(pod.path("spec"), "containers"));
        containers.addAll(Fill.each(pod.path("spec"), "initContainers"));
        boolean any = containers.stream()
                .anyMatch(c -> counted(c.path("resources").path("limits"))
                        || counted(c.path("resources").path("requests")));
        if (!any) {
            return "BestEffort";
        }
        return containers.stream().allMatch(QualityOfService::guaranteed) ? "Guaranteed" : "Burstable";
    }

    private static boolean counted(JsonNode amounts) {
        return amounts.has("cpu") || amounts.has("memory");
    }

    private static boolean guaranteed(ObjectNode container) {
        JsonNode limits = container.path("resources").path("limits");
        JsonNode requests = container.path("resources").path("requests");
        return limits.has("cpu")
                && limits.has("memory")
                && limits.path("cpu").equals(requests.path("cpu"))
                && limits.path("memory").equals(requests.path("memory"));
    }
}
