package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** What a Pod takes: its containers together, or its hungriest init container when that is more. */
final class PodResources {
    private PodResources() {}

    static ObjectNode of(JsonNode spec) {
        ObjectNode out = Nodes.object();
        for (String field : List.of("requests", "limits")) {
            ObjectNode sum = out.putObject(field);
            spec.path("containers").forEach(c -> add(sum, c.path("resources").path(field)));
            spec.path("initContainers")
                    .forEach(c -> raise(sum, c.path("resources").path(field)));
        }
        return out;
    }

    private static void add(ObjectNode sum, JsonNode values) {
        values.properties().forEach(e -> {
            String before = sum.path(e.getKey()).asText("");
            sum.put(
                    e.getKey(),
                    before.isEmpty()
                            ? e.getValue().asText()
                            : total(before, e.getValue().asText()));
        });
    }

    private static void raise(ObjectNode sum, JsonNode values) {
        values.properties().forEach(e -> {
            BigDecimal before = LimitCheck.number(sum.path(e.getKey()).asText("0"));
            if (LimitCheck.number(e.getValue().asText()).compareTo(before) > 0) {
                sum.set(e.getKey(), e.getValue());
            }
        });
    }

    private static String total(String one, String other) {
        return Quantity.sum(one, other);
    }
}
