package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;

/** Readiness of a ReplicaSet. */
final class ReplicaSetRule {

    private ReplicaSetRule() {}

    static Health judge(JsonNode set) {
        long wanted = ObjectFields.integer(set, "spec.replicas", 1);
        long replicas = ObjectFields.integer(set, "status.replicas", 0);
        long labelled = ObjectFields.integer(set, "status.fullyLabeledReplicas", 0);
        long available = ObjectFields.integer(set, "status.availableReplicas", 0);
        long ready = ObjectFields.integer(set, "status.readyReplicas", 0);
        if (StatusCondition.isTrue(set, "ReplicaFailure")) {
            return Health.inProgress("ReplicaFailure", "Replica Failure condition. Check Pods");
        }
        if (wanted > labelled) {
            return Health.inProgress("LessLabelled", "Labelled: " + labelled + "/" + wanted);
        }
        if (wanted > available) {
            return Health.inProgress("LessAvailable", "Available: " + available + "/" + wanted);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        if (replicas > wanted) {
            return Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted));
        }
        return Health.current("ReplicaSet is available. Replicas: " + replicas);
    }
}
