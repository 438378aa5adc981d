package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and writes {@code status.conditions}. */
final class ConditionJson {
    private ConditionJson() {}

    static List<Condition> read(JsonNode conditions) {
        List<Condition> marks = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.hasNonNull("type")) {
                marks.add(readOne(condition));
            }
        }
        return marks;
    }

    private static Condition readOne(JsonNode condition) {
        return new Condition(
                condition.path("type").asText(),
                new Choice<>(condition.path("status").asText(), ConditionStatus.class),
                condition.path("observedGeneration").asLong(),
                time(condition.path("lastTransitionTime").asText()),
                condition.path("reason").asText(),
                condition.path("message").asText(),
                Map.of());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    static ArrayNode write(List<Condition> marks) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        for (Condition mark : marks) {
            ObjectNode condition = conditions.addObject();
            condition.put("type", mark.type());
            condition.put("status", mark.status().text());
            condition.put("observedGeneration", mark.observedGeneration());
            condition.put("lastTransitionTime", mark.lastTransitionTime().toString());
            condition.put("reason", mark.reason());
            condition.put("message", mark.message());
        }
        return conditions;
    }
}
