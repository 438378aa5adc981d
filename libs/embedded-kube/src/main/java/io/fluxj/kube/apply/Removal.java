package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes fields out of a value. A container that loses its last part is lost itself, as null. */
final class Removal {
    private Removal() {}

    static JsonNode of(Schema schema, JsonNode value, FieldSet fields) {
        JsonNode out = walk(schema, value, fields);
        return out == null ? Nodes.FACTORY.nullNode() : out;
    }

    private static @Nullable JsonNode walk(Schema schema, JsonNode value, FieldSet fields) {
        if (value.isObject()) {
            return Shape.of(schema, value) == Shape.MAP && !value.isEmpty() ? members(schema, value, fields) : null;
        }
        if (value.isArray()) {
            return Shape.of(schema, value) == Shape.LIST && !value.isEmpty() ? elements(schema, value, fields) : null;
        }
        return value;
    }

    private static @Nullable JsonNode members(Schema schema, JsonNode value, FieldSet fields) {
        ObjectNode out = Nodes.object();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            PathElement step = PathElement.field(member.getKey());
            if (!fields.has(step)) {
                FieldSet below = fields.below(step);
                Schema type = Shape.member(schema, member.getKey());
                out.set(member.getKey(), below.isEmpty() ? member.getValue() : of(type, member.getValue(), below));
            }
        }
        return out.isEmpty() ? null : out;
    }

    private static @Nullable JsonNode elements(Schema schema, JsonNode value, FieldSet fields) {
        ArrayNode out = Nodes.array();
        for (ListElements.Element element : ListElements.of(schema, value)) {
            if (!fields.has(element.name())) {
                FieldSet below = fields.below(element.name());
                out.add(below.isEmpty() ? element.value() : of(schema.items(), element.value(), below));
            }
        }
        return out.isEmpty() ? null : out;
    }
}
