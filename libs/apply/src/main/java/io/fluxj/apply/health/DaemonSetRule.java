package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;

/** Readiness of a DaemonSet. */
final class DaemonSetRule {

    private DaemonSetRule() {}

    static Health judge(JsonNode set) {
        if (!ObjectFields.hasInteger(set, "metadata.generation")) {
            return Health.inProgress("NoGeneration", "DaemonSet metadata.generation not found");
        }
        if (!ObjectFields.hasInteger(set, "status.observedGeneration")) {
            return Health.inProgress("NoObservedGeneration", "DaemonSet status.observedGeneration not found");
        }
        if (!ObjectFields.hasInteger(set, "status.desiredNumberScheduled")) {
            return Health.inProgress("NoDesiredNumber", "Missing .status.desiredNumberScheduled");
        }
        return counts(set, ObjectFields.integer(set, "status.desiredNumberScheduled", 0));
    }

    private static Health counts(JsonNode set, long wanted) {
        long current = ObjectFields.integer(set, "status.currentNumberScheduled", 0);
        long updated = ObjectFields.integer(set, "status.updatedNumberScheduled", 0);
        long available = ObjectFields.integer(set, "status.numberAvailable", 0);
        long ready = ObjectFields.integer(set, "status.numberReady", 0);
        if (wanted > current) {
            return Health.inProgress("LessCurrent", "Current: " + current + "/" + wanted);
        }
        if (wanted > updated) {
            return Health.inProgress("LessUpdated", "Updated: " + updated + "/" + wanted);
        }
        if (wanted > available) {
            return Health.inProgress("LessAvailable", "Available: " + available + "/" + wanted);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        return Health.current("All replicas scheduled as expected. Replicas: " + wanted);
    }
}
