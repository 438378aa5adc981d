package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Readiness of a Deployment. */
final class DeploymentRule {

    private DeploymentRule() {}

    static Health judge(JsonNode deployment) {
        long wanted = ObjectFields.integer(deployment, "spec.replicas", 1);
        long replicas = ObjectFields.integer(deployment, "status.replicas", 0);
        long updated = ObjectFields.integer(deployment, "status.updatedReplicas", 0);
        long available = ObjectFields.integer(deployment, "status.availableReplicas", 0);
        long ready = ObjectFields.integer(deployment, "status.readyReplicas", 0);
        Optional<StatusCondition> progressing = StatusCondition.find(deployment, "Progressing");
        if (progressing.isPresent() && progressing.get().reason().equals("ProgressDeadlineExceeded")) {
            return Health.failed("ProgressDeadlineExceeded", "Progress deadline exceeded");
        }
        if (wanted > replicas) {
            return Health.inProgress("LessReplicas", "Replicas: " + replicas + "/" + wanted);
        }
        if (wanted > updated) {
            return Health.inProgress("LessUpdated", "Updated: " + updated + "/" + wanted);
        }
        if (replicas > wanted) {
            return Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted));
        }
        if (updated > available) {
            return Health.inProgress("LessAvailable", "Available: " + available + "/" + updated);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        return conditions(deployment, progressing, replicas);
    }

    private static Health conditions(JsonNode deployment, Optional<StatusCondition> progressing, long replicas) {
        if (!rolledOut(deployment, progressing)) {
            return Health.inProgress("ReplicaSetNotAvailable", "ReplicaSet not Available");
        }
        if (!StatusCondition.isTrue(deployment, "Available")) {
            return Health.inProgress("DeploymentNotAvailable", "Deployment not Available");
        }
        return Health.current("Deployment is available. Replicas: " + replicas);
    }

    private static boolean rolledOut(JsonNode deployment, Optional<StatusCondition> progressing) {
        long deadline = ObjectFields.integer(deployment, "spec.progressDeadlineSeconds", Integer.MAX_VALUE);
        return deadline == Integer.MAX_VALUE
                || (progressing.isPresent()
                        && progressing.get().is("True")
                        && progressing.get().reason().equals("NewReplicaSetAvailable"));
    }
}
