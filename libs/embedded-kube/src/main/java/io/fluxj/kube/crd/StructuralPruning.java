package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out the fields that a structural schema does not have. */
final class StructuralPruning {
    private static final Set<String> ALWAYS = Set.of("apiVersion", "kind", "metadata");

    private StructuralPruning() {}

    static void prune(Schema schema, ObjectNode object, List<String> unknown) {
        prune(schema, object, "", true, unknown);
    }

    private static void prune(Schema schema, ObjectNode object, String path, boolean root, List<String> unknown) {
        boolean whole = root || schema.embeddedResource();
        for (String name : names(object)) {
            if (whole && ALWAYS.contains(name)) {
                continue;
            }
            Optional<Schema> type = schema.property(name).or(schema::additional);
            String below = path.isEmpty() ? name : path + "." + name;
            if (type.isPresent()) {
                value(type.get(), object.path(name), below, unknown);
            } else if (!schema.preservesUnknown()) {
                object.remove(name);
                unknown.add(below);
            }
        }
    }

    private static void value(Schema schema, JsonNode value, String path, List<String> unknown) {
        if (value instanceof ObjectNode object) {
            boolean typed = schema.hasProperties() || schema.body().has("additionalProperties");
            if (schema != Schema.ANY && (typed || !schema.preservesUnknown())) {
                prune(schema, object, path, false, unknown);
            }
        } else if (value.isArray() && schema != Schema.ANY) {
            int index = 0;
            for (JsonNode item : value) {
                value(schema.items(), item, path + "[" + index++ + "]", unknown);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> out = new ArrayList<>();
        object.fieldNames().forEachRemaining(out::add);
        return out;
    }
}
