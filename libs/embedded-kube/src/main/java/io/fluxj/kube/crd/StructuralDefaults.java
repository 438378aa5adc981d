package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.schema.Schema;
import java.util.Map;
import java.util.Optional;

/** Fills in the defaults of a structural schema; a null that is not allowed goes. */
final class StructuralDefaults {
    private StructuralDefaults() {}

    static void fill(Schema schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            members(schema, object);
        } else if (value.isArray()) {
            value.forEach(item -> fill(schema.items(), item));
        }
    }

    private static void members(Schema schema, ObjectNode object) {
        for (String name : schema.propertyNames()) {
            Optional<Schema> type = schema.property(name);
            Optional<JsonNode> preset = type.flatMap(Schema::defaultValue);
            JsonNode value = object.get(name);
            if (value != null
                    && value.isNull()
                    && type.isPresent()
                    && !type.get().nullable()) {
                object.remove(name);
                value = null;
            }
            if (preset.isPresent() && value == null) {
                object.set(name, preset.get().deepCopy());
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Schema type =
                    schema.property(member.getKey()).or(schema::additional).orElse(Schema.ANY);
            if (type != Schema.ANY) {
                fill(type, member.getValue());
            }
        }
    }
}
