package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.list;
import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects with all the fields of their spec that only older versions of the kind had. */
public final class RetiredFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RetiredFields() {}

    /** One object for each version of each kind that has such fields, named after the version. */
    public static List<JsonNode> objects() {
        return Manifest.complete().stream()
                .flatMap(RetiredFields::inAllVersions)
                .toList();
    }

    private static Stream<JsonNode> inAllVersions(Manifest complete) {
        Crd crd = Crd.all().stream()
                .filter(candidate -> candidate.kind().equals(complete.kind()))
                .findFirst()
                .orElseThrow();
        ObjectNode object = complete.object().deepCopy();
        object.remove("status");
        if (!addTo(object.get("spec"), crd.storageVersion().property("spec"))) {
            return Stream.empty();
        }
        return crd.versions().stream().map(version -> {
            ObjectNode copy = object.deepCopy().put("apiVersion", crd.group() + "/" + version.name());
            copy.putObject("metadata")
                    .put("name", object.at("/metadata/name").asText() + "-" + version.name())
                    .put("namespace", "retired");
            return copy;
        });
    }

    private static boolean addTo(JsonNode value, Map<String, Object> schema) {
        boolean added = false;
        if (value instanceof ArrayNode elements) {
            for (JsonNode element : elements) {
                added |= addTo(element, map(schema.get("items")));
            }
        }
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, Object> child : map(schema.get("properties")).entrySet()) {
                if (Field.isRetired(map(child.getValue()))) {
                    object.set(child.getKey(), example(map(child.getValue())));
                    added = true;
                } else {
                    added |= addTo(object.path(child.getKey()), map(child.getValue()));
                }
            }
        }
        return added;
    }

    private static JsonNode example(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return JSON.valueToTree(list(schema.get("enum")).get(0));
        }
        return switch (text(schema.get("type"))) {
            case "string" -> JSON.valueToTree("x");
            case "array" -> JSON.createArrayNode().add(example(map(schema.get("items"))));
            case "object" -> exampleObject(schema);
            default -> throw new IllegalStateException("no example for " + schema);
        };
    }

    private static JsonNode exampleObject(Map<String, Object> schema) {
        ObjectNode object = JSON.createObjectNode();
        map(schema.get("properties")).forEach((name, child) -> object.set(name, example(map(child))));
        if (schema.get("additionalProperties") instanceof Map<?, ?>) {
            object.set("any", example(map(schema.get("additionalProperties"))));
        }
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
            object.putObject("any").put("thing", 1);
        }
        return object;
    }
}
