package io.fluxj.kustomize.schema;

import io.fluxj.kustomize.id.Gvk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI v2 document that was parsed into plain maps and lists. */
public final class OpenApiReader {

    private static final String KINDS = "x-kubernetes-group-version-kind";
    private static final String REFERENCE_PREFIX = "#/definitions/";

    private final Map<String, SchemaType.Definition> definitions = new HashMap<>();
    private final Map<Gvk, String> kinds = new HashMap<>();
    private final Map<Gvk, Boolean> namespaced = new HashMap<>();

    private OpenApiReader() {}

    /** The schema in a document; parts of an unexpected form count as absent. */
    public static Schema read(Map<?, ?> document) {
        OpenApiReader reader = new OpenApiReader();
        map(document.get("definitions")).forEach((name, definition) -> reader.define(name.toString(), map(definition)));
        map(document.get("paths")).forEach((path, item) -> reader.scope(path.toString(), map(item)));
        return new Schema(reader.definitions, reader.kinds, reader.namespaced);
    }

    private void define(String name, Map<?, ?> source) {
        definitions.put(name, definition(source));
        for (Object kind : list(source.get(KINDS))) {
            kinds.put(gvk(map(kind)), name);
        }
    }

    private void scope(String path, Map<?, ?> item) {
        Map<?, ?> kind = map(map(item.get("get")).get(KINDS));
        if (!kind.isEmpty()) {
            namespaced.merge(gvk(kind), path.contains("namespaces/{namespace}"), Boolean::logicalOr);
        }
    }

    private static SchemaType.Definition definition(Map<?, ?> source) {
        Map<String, SchemaType.Definition> properties = new HashMap<>();
        map(source.get("properties")).forEach((name, child) -> properties.put(name.toString(), definition(map(child))));
        List<String> keys = new ArrayList<>();
        list(source.get("x-kubernetes-list-map-keys")).forEach(key -> keys.add(key.toString()));
        return new SchemaType.Definition(
                "array".equals(source.get("type")),
                reference(text(source.get("$ref"))),
                Map.copyOf(properties),
                child(source.get("items")),
                child(source.get("additionalProperties")),
                text(source.get("x-kubernetes-patch-strategy")),
                text(source.get("x-kubernetes-patch-merge-key")),
                List.copyOf(keys));
    }

    private static SchemaType.@Nullable Definition child(@Nullable Object source) {
        return source instanceof Map<?, ?> map ? definition(map) : null;
    }

    private static String reference(String target) {
        return target.startsWith(REFERENCE_PREFIX) ? target.substring(REFERENCE_PREFIX.length()) : target;
    }

    private static Gvk gvk(Map<?, ?> source) {
        return new Gvk(text(source.get("group")), text(source.get("version")), text(source.get("kind")));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
