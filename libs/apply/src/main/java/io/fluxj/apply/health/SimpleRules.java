package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;

/** Readiness of kinds whose rule is a line or two. */
final class SimpleRules {

    private SimpleRules() {}

    static Health service(JsonNode service) {
        boolean balanced = ObjectFields.text(service, "spec.type", "ClusterIP").equals("LoadBalancer");
        return balanced && ObjectFields.text(service, "spec.clusterIP", "").isEmpty()
                ? Health.inProgress("NoIPAssigned", "ClusterIP not set. Service type: LoadBalancer")
                : Health.current("Service is ready");
    }

    static Health volumeClaim(JsonNode claim) {
        String phase = ObjectFields.text(claim, "status.phase", "unknown");
        return phase.equals("Bound")
                ? Health.current("PVC is Bound")
                : Health.inProgress("NotBound", "PVC is not Bound. phase: " + phase);
    }

    static Health definition(JsonNode definition) {
        for (StatusCondition condition : StatusCondition.of(definition)) {
            boolean established = condition.type().equals("Established");
            boolean refused = condition.type().equals("NamesAccepted")
                    || (established && !condition.reason().equals("Installing"));
            if (refused && condition.is("False")) {
                return Health.failed(condition.reason(), condition.message());
            }
            if (established && condition.is("True")) {
                return Health.current("CRD is established");
            }
        }
        return Health.inProgress("Installing", "Install in progress");
    }
}
