package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One entry of {@code status.conditions}. */
record StatusCondition(String type, String status, String reason, String message, String since) {

    /** The conditions of an object in their order. */
    static List<StatusCondition> of(JsonNode object) {
        JsonNode conditions = object.path("status").path("conditions");
        if (conditions.isMissingNode() || conditions.isNull()) {
            return List.of();
        }
        if (!conditions.isArray()) {
            throw new MalformedObject("status.conditions is not a list");
        }
        return StreamSupport.stream(conditions.spliterator(), false)
                .map(StatusCondition::read)
                .toList();
    }

    static Optional<StatusCondition> find(JsonNode object, String type) {
        return of(object).stream()
                .filter(condition -> condition.type.equals(type))
                .findFirst();
    }

    static boolean isTrue(JsonNode object, String type) {
        return find(object, type).map(condition -> condition.is("True")).orElse(false);
    }

    boolean is(String wanted) {
        return status.equals(wanted);
    }

    private static StatusCondition read(JsonNode entry) {
        if (!entry.isObject()) {
            throw new MalformedObject("an entry of status.conditions is not a map");
        }
        return new StatusCondition(
                entry.path("type").asText(""),
                entry.path("status").asText(""),
                entry.path("reason").asText(""),
                entry.path("message").asText(""),
                entry.path("lastTransitionTime").asText(""));
    }
}
