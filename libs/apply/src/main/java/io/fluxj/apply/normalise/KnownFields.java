package io.fluxj.apply.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps of an object what its type knows. */
final class KnownFields {
    private static final Set<String> PORTS = Set.of("core.v1.ContainerPort", "core.v1.ServicePort");

    private final BuiltInKinds kinds;

    KnownFields(BuiltInKinds kinds) {
        this.kinds = kinds;
    }

    /** Whether every known field holds what its type says; unknown fields do not count. */
    boolean fits(JsonNode value, Shape shape) {
        if (value.isNull()) {
            return true;
        }
        return switch (shape) {
            case Shape.Anything() -> true;
            case Shape.Scalar scalar -> scalar.admits(value);
            case Shape.ListOf(Shape element) -> value.isArray() && allFit(value, element);
            case Shape.MapOf(Shape element) -> value.isObject() && allFit(value, element);
            case Shape.Struct(String type) -> value.isObject() && fieldsFit(value, kinds.fields(type));
        };
    }

    /** Drops, in place, fields that the type does not know and fields that are null; fills in the protocol of ports. */
    void prune(JsonNode value, Shape shape) {
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        switch (shape) {
            case Shape.Anything(), Shape.Scalar _ -> {}
            case Shape.ListOf(Shape element) -> value.forEach(child -> prune(child, element));
            case Shape.MapOf(Shape element) -> value.forEach(child -> prune(child, element));
            case Shape.Struct(String type) -> pruneStruct((ObjectNode) value, type);
        }
    }

    private void pruneStruct(ObjectNode struct, String type) {
        Map<String, Shape> known = kinds.fields(type);
        struct.properties().removeIf(field -> field.getValue().isNull() || !known.containsKey(field.getKey()));
        known.forEach((name, shape) -> prune(struct.path(name), shape));
        if (PORTS.contains(type) && struct.path("protocol").asText("").isEmpty()) {
            struct.put("protocol", "TCP");
        }
    }

    private boolean allFit(JsonNode values, Shape element) {
        for (JsonNode value : values) {
            if (!fits(value, element)) {
                return false;
            }
        }
        return true;
    }

    private boolean fieldsFit(JsonNode struct, Map<String, Shape> known) {
        for (Map.Entry<String, JsonNode> field : struct.properties()) {
            @Nullable Shape shape = known.get(field.getKey());
            if (shape != null && !fits(field.getValue(), shape)) {
                return false;
            }
        }
        return true;
    }
}
