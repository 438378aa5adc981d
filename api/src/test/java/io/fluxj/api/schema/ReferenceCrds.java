package io.fluxj.api.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The CRDs of an existing installation, made of the reference tables. */
public final class ReferenceCrds {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceCrds() {}

    /** One definition per kind, as JSON. */
    public static List<String> all() {
        return Reference.kinds().values().stream()
                .map(ReferenceCrds::definition)
                .toList();
    }

    private static String definition(List<String> kind) {
        Map<String, Object> version = new LinkedHashMap<>(Map.of("name", kind.get(8), "served", true, "storage", true));
        version.put("schema", Map.of("openAPIV3Schema", root(Reference.fieldsOf(kind.get(1)))));
        if (kind.get(13).equals("status")) {
            version.put("subresources", Map.of("status", Map.of()));
        }
        Map<String, Object> names =
                Map.of("kind", kind.get(1), "listKind", kind.get(2), "plural", kind.get(3), "singular", kind.get(4));
        return write(Map.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                Map.of("name", kind.get(3) + "." + kind.get(0)),
                "spec",
                Map.of(
                        "group", kind.get(0),
                        "names", names,
                        "scope", kind.get(7),
                        "versions", List.of(version))));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> root(Map<String, Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String root : List.of("spec", "status")) {
            if (fields.containsKey(root)) {
                properties.put(root, schema(root, fields));
            }
        }
        return Map.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> schema(String path, Map<String, Field> fields) {
        Map<String, Object> schema = constraints(field(path, fields));
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        fields.forEach((child, field) -> {
            String name = child.startsWith(path + ".") ? child.substring(path.length() + 1) : "";
            if (name.matches("[^.\\[{]+")) {
                properties.put(name, schema(child, fields));
                required.addAll(field.required().equals("y") ? List.of(name) : List.of());
            }
        });
        putUnlessEmpty(schema, "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (fields.containsKey(path + "[]")) {
            schema.put("items", schema(path + "[]", fields));
        }
        if (fields.containsKey(path + "{}")) {
            schema.put("additionalProperties", schema(path + "{}", fields));
        }
        return schema;
    }

    private static Field field(String path, Map<String, Field> fields) {
        return Objects.requireNonNull(fields.get(path), path);
    }

    private static void putUnlessEmpty(Map<String, Object> schema, String name, Map<String, Object> value) {
        if (!value.isEmpty()) {
            schema.put(name, value);
        }
    }

    private static Map<String, Object> constraints(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (field.type().equals("preserve-unknown")) {
            schema.put("x-kubernetes-preserve-unknown-fields", true);
            return schema;
        }
        List<String> type = Arrays.asList(field.type().split("/"));
        schema.put("type", type.get(0));
        if (type.size() > 1) {
            schema.put("format", type.get(1));
        }
        if (!field.choices().isEmpty()) {
            schema.put("enum", field.choices());
        }
        if (!field.pattern().isEmpty()) {
            schema.put("pattern", field.pattern());
        }
        field.bounds().forEach(bound -> {
            int equals = bound.indexOf('=');
            schema.put(bound.substring(0, equals), Integer.valueOf(bound.substring(equals + 1)));
        });
        if (!field.defaultValue().isEmpty()) {
            schema.put("default", defaultValue(type.get(0), field.defaultValue()));
        }
        return schema;
    }

    private static Object defaultValue(String type, String text) {
        try {
            return type.equals("string") ? text : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
