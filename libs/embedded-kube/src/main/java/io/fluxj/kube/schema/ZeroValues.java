package io.fluxj.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an object of a built-in kind the form in which the real server writes it: zero values that it leaves out go, nested
 * values and fields that it always writes appear.
 */
public final class ZeroValues {
    private ZeroValues() {}

    /** Normalizes the object in place. */
    public static void normalize(Schema schema, ObjectNode object) {
        normalize(schema, object, false);
    }

    /** As {@link #normalize(Schema, ObjectNode)}, after it was stored in protobuf, which cannot tell an empty list or map from none. */
    public static void normalizeStored(Schema schema, ObjectNode object) {
        normalize(schema, object, true);
    }

    private static void normalize(Schema schema, ObjectNode object, boolean stored) {
        Map<String, FieldShape> shapes = schema.shapes();
        if (shapes.isEmpty()) {
            schema.additional().ifPresent(type -> object.forEach(value -> below(type, value, stored)));
            return;
        }
        shapes.forEach((field, shape) -> normalize(schema, object, field, shape, stored));
    }

    private static void normalize(Schema schema, ObjectNode object, String field, FieldShape shape, boolean stored) {
        Optional<Schema> type = schema.property(field);
        JsonNode value = object.get(field);
        if (type.isEmpty()) {
            return;
        }
        if (value != null && !value.isNull()) {
            below(type.get(), value, stored);
            if (dropped(shape, value)) {
                object.remove(field);
            } else if (stored && isEmptyCollection(shape, value)) {
                object.set(field, zero(shape.kind()));
            }
            return;
        }
        if (shape.kind() == FieldShape.Kind.STRUCT && shape.zero() != FieldShape.Zero.ZERO) {
            below(type.get(), object.putObject(field), stored);
        } else if (shape.zero() == FieldShape.Zero.KEEP
                || (shape.kind() == FieldShape.Kind.TIME && shape.zero() == FieldShape.Zero.EMPTY)) {
            object.set(field, zero(shape.kind()));
        } else {
            object.remove(field);
        }
    }

    private static boolean isEmptyCollection(FieldShape shape, JsonNode value) {
        boolean collection = shape.kind() == FieldShape.Kind.SLICE || shape.kind() == FieldShape.Kind.MAP;
        return collection && value.isContainerNode() && value.isEmpty();
    }

    private static boolean dropped(FieldShape shape, JsonNode value) {
        boolean omitted = shape.zero() != FieldShape.Zero.KEEP;
        return switch (shape.kind()) {
            case SLICE, MAP -> omitted && value.isEmpty();
            case STRING -> omitted && value.asText().isEmpty();
            case NUMBER -> omitted && value.isNumber() && value.asDouble() == 0;
            case BOOL -> omitted && !value.asBoolean();
            case STRUCT -> shape.zero() == FieldShape.Zero.ZERO && value.isEmpty();
            case PTR, QUANTITY, TIME, INTSTR, RAW, INTERFACE -> false;
        };
    }

    private static JsonNode zero(FieldShape.Kind kind) {
        return switch (kind) {
            case STRING -> Nodes.FACTORY.textNode("");
            case NUMBER, INTSTR -> Nodes.FACTORY.numberNode(0);
            case BOOL -> Nodes.FACTORY.booleanNode(false);
            case QUANTITY -> Nodes.FACTORY.textNode("0");
            case STRUCT -> Nodes.object();
            case PTR, SLICE, MAP, TIME, RAW, INTERFACE -> Nodes.FACTORY.nullNode();
        };
    }

    private static void below(Schema type, JsonNode value, boolean stored) {
        if (value instanceof ObjectNode object) {
            normalize(type, object, stored);
        } else if (value.isArray()) {
            value.forEach(item -> below(type.items(), item, stored));
        }
    }
}
