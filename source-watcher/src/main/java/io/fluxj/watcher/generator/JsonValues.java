package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.value.Meter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as a YAML file has them, as JSON.
 *
 * @param meter counts them: values that name each other can be many
 */
record JsonValues(Meter meter) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode of(@Nullable Object value) {
        meter.spend(1);
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                map.forEach((key, inner) -> object.set(String.valueOf(key), of(inner)));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(inner -> array.add(of(inner)));
                yield array;
            }
            case Boolean truth -> NODES.booleanNode(truth);
            case Long whole -> NODES.numberNode(whole);
            case Double number -> NODES.numberNode(number);
            case Object other -> NODES.textNode(other.toString());
        };
    }
}
