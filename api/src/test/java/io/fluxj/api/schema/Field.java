package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.list;
import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;
import static io.fluxj.api.schema.Tree.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a kind as a schema describes it, in the notation of the reference tables.
 *
 * @param type type, and format after a slash
 * @param required whether it must be there: y, n, or - for elements
 * @param defaultValue its default; text as it is, anything else as JSON
 * @param choices its enum
 * @param pattern its pattern
 * @param bounds its bounds, each as name=value
 * @param listType its list or map type
 * @param rules its validation rules with their messages
 * @param deprecated whether its description says that it is deprecated
 */
record Field(
        String type,
        String required,
        String defaultValue,
        Set<String> choices,
        String pattern,
        Set<String> bounds,
        String listType,
        List<String> rules,
        boolean deprecated) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BOUNDS = List.of(
            "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "minProperties", "maxProperties");

    /** A line of the reference tables, split at its tabs, from the fifth column on. */
    static Field ofReference(List<String> columns) {
        return new Field(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                split(columns.get(3), "\\|").collect(Collectors.toCollection(TreeSet::new)),
                columns.get(4),
                split(columns.get(5), " ").collect(Collectors.toCollection(TreeSet::new)),
                columns.get(6),
                split(columns.get(7), " ;; ").toList(),
                columns.get(8).equals("y"));
    }

    private static Stream<String> split(String text, String separator) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(separator));
    }

    static Field ofSchema(Map<String, Object> schema, String required) {
        return new Field(
                type(schema),
                required,
                defaultValue(schema.get("default")),
                new TreeSet<>(texts(schema.get("enum"))),
                text(schema.get("pattern")),
                BOUNDS.stream()
                        .filter(schema::containsKey)
                        .map(bound -> bound + "=" + schema.get(bound))
                        .collect(Collectors.toCollection(TreeSet::new)),
                listType(schema),
                list(schema.get("x-kubernetes-validations")).stream()
                        .map(Tree::map)
                        .map(rule -> rule.get("rule") + " => " + rule.get("message"))
                        .toList(),
                text(schema.get("description")).contains("Deprecated"));
    }

    private static String type(Map<String, Object> schema) {
        if (!schema.containsKey("type") && Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
            return "preserve-unknown";
        }
        return schema.containsKey("format")
                ? schema.get("type") + "/" + schema.get("format")
                : text(schema.get("type"));
    }

    private static String defaultValue(@Nullable Object value) {
        if (value instanceof Map || value instanceof List) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return text(value);
    }

    private static String listType(Map<String, Object> schema) {
        if (schema.containsKey("x-kubernetes-map-type")) {
            return "map:" + schema.get("x-kubernetes-map-type");
        }
        String keys = String.join(",", texts(schema.get("x-kubernetes-list-map-keys")));
        return text(schema.get("x-kubernetes-list-type")) + (keys.isEmpty() ? "" : " keys=" + keys);
    }

    /** All fields of spec and status, by path: {@code []} stands for any element, <code>{}</code> for any value. */
    static Map<String, Field> allOf(Crd.Version version) {
        var fields = new TreeMap<String, Field>();
        for (String root : List.of("spec", "status")) {
            if (!version.property(root).isEmpty() && !isRetired(version.property(root))) {
                collect(fields, root, version.property(root), "n");
            }
        }
        return fields;
    }

    private static void collect(Map<String, Field> fields, String path, Map<String, Object> schema, String required) {
        fields.put(path, ofSchema(schema, required));
        List<String> wanted = texts(schema.get("required"));
        map(schema.get("properties")).forEach((name, child) -> {
            if (!isRetired(map(child))) {
                collect(fields, path + "." + name, map(child), wanted.contains(name) ? "y" : "n");
            }
        });
        if (schema.containsKey("items")) {
            collect(fields, path + "[]", map(schema.get("items")), "-");
        }
        if (schema.containsKey("additionalProperties")) {
            collect(fields, path + "{}", map(schema.get("additionalProperties")), "-");
        }
    }

    /** Whether only an older version of the kind had the field. */
    static boolean isRetired(Map<String, Object> schema) {
        return text(schema.get("description")).startsWith("Without effect since ");
    }
}
