package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON Schemas for editors and validators, made of a CRD: a file per kind and version, of which those of older versions refer to that
 * of the newest. They are strict: fields that the CRD lacks are refused.
 */
final class JsonSchemas {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

    private JsonSchemas() {}

    static Map<Path, String> of(Crd crd) {
        var files = new TreeMap<Path, String>();
        String newest = fileName(crd, crd.storageVersion());
        for (Crd.Version version : crd.versions()) {
            Object schema = version.storage() ? root(crd) : Map.of("$ref", newest);
            files.put(Path.of("crds", "schemas", crd.group(), fileName(crd, version)), write(schema));
        }
        return files;
    }

    private static String fileName(Crd crd, Crd.Version version) {
        return crd.kind().toLowerCase(Locale.ROOT) + "_" + version.name() + ".json";
    }

    private static Map<String, Object> root(Crd crd) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", DIALECT);
        root.putAll(map(strict(crd.storageVersion().schema())));
        Map<String, Object> properties = new LinkedHashMap<>(map(root.get("properties")));
        List<String> apiVersions = crd.versions().stream()
                .map(version -> crd.group() + "/" + version.name())
                .toList();
        properties.put("apiVersion", constant(map(properties.get("apiVersion")), apiVersions));
        properties.put("kind", constant(map(properties.get("kind")), List.of(crd.kind())));
        root.put("properties", properties);
        root.put("required", List.of("apiVersion", "kind", "metadata"));
        return root;
    }

    private static Map<String, Object> constant(Map<String, Object> schema, List<String> values) {
        Map<String, Object> constant = new LinkedHashMap<>(schema);
        constant.put("enum", values);
        return constant;
    }

    /** The node without what only Kubernetes understands, and closed to fields that it does not name. */
    private static Object strict(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(JsonSchemas::strict).toList();
        }
        if (!(node instanceof Map)) {
            return node;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map(node).forEach((key, value) -> {
            if (!key.startsWith("x-kubernetes-")) {
                result.put(key, key.equals("properties") ? strictProperties(map(value)) : strict(value));
            }
        });
        if (result.containsKey("properties")) {
            result.put("additionalProperties", false);
            result.computeIfPresent(
                    "required", (key, names) -> withoutDefault(texts(names), map(result.get("properties"))));
        }
        return result;
    }

    /** What the API server fills in need not be written. */
    private static List<String> withoutDefault(List<String> required, Map<String, Object> properties) {
        return required.stream()
                .filter(name -> !map(properties.get(name)).containsKey("default"))
                .toList();
    }

    private static Map<String, Object> strictProperties(Map<String, Object> properties) {
        Map<String, Object> result = new LinkedHashMap<>();
        properties.forEach((name, schema) -> result.put(name, strict(schema)));
        return result;
    }

    private static String write(Object schema) {
        try {
            return JSON.writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
