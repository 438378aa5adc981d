package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;

/** Readiness of a StatefulSet. */
final class StatefulSetRule {

    private StatefulSetRule() {}

    static Health judge(JsonNode set) {
        if (ObjectFields.text(set, "spec.updateStrategy.type", "").equals("OnDelete")) {
            return Health.current("StatefulSet is using the ondelete update strategy");
        }
        long wanted = ObjectFields.integer(set, "spec.replicas", 1);
        long replicas = ObjectFields.integer(set, "status.replicas", 0);
        long ready = ObjectFields.integer(set, "status.readyReplicas", 0);
        if (wanted > replicas) {
            return Health.inProgress("LessReplicas", "Replicas: " + replicas + "/" + wanted);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        if (replicas > wanted) {
            return Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted));
        }
        long partition = ObjectFields.integer(set, "spec.updateStrategy.rollingUpdate.partition", -1);
        return partition == -1 ? wholeRollout(set, wanted, replicas) : partialRollout(set, wanted - partition);
    }

    private static Health partialRollout(JsonNode set, long wanted) {
        long updated = ObjectFields.integer(set, "status.updatedReplicas", 0);
        return updated < wanted
                ? Health.inProgress("PartitionRollout", "updated: " + updated + "/" + wanted)
                : Health.current("Partition rollout complete. updated: " + updated);
    }

    private static Health wholeRollout(JsonNode set, long wanted, long replicas) {
        long current = ObjectFields.integer(set, "status.currentReplicas", 0);
        if (wanted > current) {
            return Health.inProgress("LessCurrent", "current: " + current + "/" + wanted);
        }
        String running = ObjectFields.text(set, "status.currentRevision", "");
        if (!running.equals(ObjectFields.text(set, "status.updateRevision", ""))) {
            return Health.inProgress("RevisionMismatch", "Waiting for updated revision to match current");
        }
        return Health.current("All replicas scheduled as expected. Replicas: " + replicas);
    }
}
