package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Whether an object has come to rest: stalled, or Ready or not for its current generation and token, at most waiting for a retry. */
final class Settled {
    private Settled() {}

    static boolean isSettled(JsonNode object) {
        String token = object.at("/metadata/annotations")
                .path("reconcile.fluxcd.io/requestedAt")
                .asText("");
        boolean handled =
                token.equals(object.at("/status/lastHandledReconcileAt").asText(""));
        long generation = object.at("/metadata/generation").asLong();
        JsonNode stalled = condition(object, "Stalled");
        JsonNode ready = condition(object, "Ready");
        JsonNode reconciling = condition(object, "Reconciling");
        boolean atRest = reconciling.isMissingNode()
                || reconciling.path("reason").asText().equals("ProgressingWithRetry");
        boolean decided = !ready.path("status").asText("Unknown").equals("Unknown")
                && ready.path("observedGeneration").asLong() == generation;
        return handled && (stalled.path("status").asText().equals("True") || (decided && atRest));
    }

    private static JsonNode condition(JsonNode object, String type) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return MissingNode.getInstance();
    }
}
