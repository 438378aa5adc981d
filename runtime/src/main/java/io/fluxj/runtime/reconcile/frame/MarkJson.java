package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.runtime.reconcile.ConditionStatus;
import io.fluxj.runtime.reconcile.Mark;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes {@code status.conditions}. */
final class MarkJson {
    private MarkJson() {}

    static List<Mark> read(JsonNode conditions) {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.hasNonNull("type")) {
                marks.add(readOne(condition));
            }
        }
        return marks;
    }

    private static Mark readOne(JsonNode condition) {
        return new Mark(
                condition.path("type").asText(),
                ConditionStatus.of(condition.path("status").asText()),
                condition.path("reason").asText(),
                condition.path("message").asText(),
                time(condition.path("lastTransitionTime").asText()),
                condition.path("observedGeneration").asLong());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    static ArrayNode write(List<Mark> marks) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        for (Mark mark : marks) {
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
