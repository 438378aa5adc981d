package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import java.util.Optional;

/** Conditions in a status. */
final class Conditions {
    private Conditions() {}

    /**
     * A condition.
     *
     * @param type its name
     * @param holds whether it is true
     * @param reason for machines, or empty
     * @param message for people, or empty
     */
    record Condition(String type, boolean holds, String reason, String message) {}

    /** Writes a condition; the times stay when nothing about it changes. */
    static ObjectNode set(ObjectNode status, Condition condition) {
        ArrayNode all = status.get("conditions") instanceof ArrayNode list ? list : status.putArray("conditions");
        ObjectNode entry = find(all, condition.type()).orElseGet(all::addObject);
        String state = condition.holds() ? "True" : "False";
        if (!entry.path("status").asText().equals(state)) {
            entry.put("lastTransitionTime", Meta.now());
        }
        entry.put("type", condition.type()).put("status", state);
        text(entry, "reason", condition.reason());
        text(entry, "message", condition.message());
        return entry;
    }

    private static void text(ObjectNode entry, String field, String value) {
        if (value.isEmpty()) {
            entry.remove(field);
        } else {
            entry.put(field, value);
        }
    }

    static Optional<ObjectNode> find(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition instanceof ObjectNode object
                    && object.path("type").asText().equals(type)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    static boolean holds(JsonNode object, String type) {
        return find(object.path("status").path("conditions"), type)
                .filter(c -> c.path("status").asText().equals("True"))
                .isPresent();
    }
}
