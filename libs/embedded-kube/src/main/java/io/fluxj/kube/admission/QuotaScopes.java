package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceName;

/** Which Pods a ResourceQuota with scopes is about. */
final class QuotaScopes {
    private QuotaScopes() {}

    static boolean match(ObjectNode quota, ResourceName resource, ObjectNode object) {
        if (!resource.equals(QuotaUsage.PODS)) {
            return true;
        }
        JsonNode spec = quota.path("spec");
        for (JsonNode scope : spec.path("scopes")) {
            if (!has(scope.asText(), object)) {
                return false;
            }
        }
        for (JsonNode term : spec.path("scopeSelector").path("matchExpressions")) {
            if (!selected(term, object)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(String scope, ObjectNode pod) {
        boolean bounded = pod.path("spec").has("activeDeadlineSeconds");
        return switch (scope) {
            case "Terminating" -> bounded;
            case "NotTerminating" -> !bounded;
            case "BestEffort" -> bestEffort(pod);
            case "NotBestEffort" -> !bestEffort(pod);
            default -> false;
        };
    }

    private static boolean bestEffort(ObjectNode pod) {
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode container : pod.path("spec").path(list)) {
                JsonNode resources = container.path("resources");
                if (!resources.path("requests").isEmpty()
                        || !resources.path("limits").isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean selected(JsonNode term, ObjectNode pod) {
        String scope = term.path("scopeName").asText();
        if (!scope.equals("PriorityClass")) {
            return has(scope, pod);
        }
        String name = pod.path("spec").path("priorityClassName").asText("");
        boolean listed = false;
        for (JsonNode value : term.path("values")) {
            listed |= value.asText().equals(name);
        }
        return switch (term.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !name.isEmpty();
            default -> name.isEmpty();
        };
    }
}
