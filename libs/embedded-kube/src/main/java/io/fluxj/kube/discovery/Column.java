package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param name the heading
 * @param type JSON type of the cells
 * @param format further hint, such as name
 * @param priority 0 is always shown, higher ones with {@code -o wide}
 * @param value reads the cell off an object
 */
record Column(String name, String type, String format, int priority, Function<ObjectNode, JsonNode> value) {
    static Column text(String name, int priority, Function<ObjectNode, String> value) {
        return new Column(name, "string", "", priority, o -> Nodes.FACTORY.textNode(value.apply(o)));
    }

    static Column number(String name, int priority, Function<ObjectNode, JsonNode> value) {
        return new Column(name, "integer", "", priority, value);
    }

    JsonNode cell(ObjectNode object) {
        return value.apply(object);
    }

    ObjectNode definition() {
        return Nodes.object()
                .put("name", name)
                .put("type", type)
                .put("format", format)
                .put("description", "")
                .put("priority", priority);
    }
}
