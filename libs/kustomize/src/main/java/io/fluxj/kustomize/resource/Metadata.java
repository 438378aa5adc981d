package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reading and writing {@code metadata} of an object. */
final class Metadata {

    static final String METADATA = "metadata";

    private Metadata() {}

    private static @Nullable Node of(Node object) {
        Node metadata = Mappings.find(object, METADATA);
        return metadata == null || metadata.isNullOrEmpty() ? null : metadata;
    }

    static String text(Node object, String field) {
        Node value = Mappings.find(of(object), field);
        return value == null || value.isNullOrEmpty() ? "" : value.value();
    }

    /** Labels or annotations, as text whatever their type; sorted, free to change. A list counts as keys and values in turn. */
    static Map<String, String> map(Node object, String field) {
        TreeMap<String, String> result = new TreeMap<>();
        Node map = Mappings.find(of(object), field);
        if (map != null && !map.isScalar()) {
            List<Node> content = map.content();
            if (content.size() % 2 != 0) {
                throw BuildException.because("the " + field + " of the object are a list, not a map")
                        .hint("look at the patches and replacements that change it");
            }
            for (int i = 0; i < content.size(); i += 2) {
                result.put(content.get(i).value(), content.get(i + 1).value());
            }
        }
        return result;
    }

    static @Nullable String entry(Node object, String field, String key) {
        Node value = Mappings.find(Mappings.find(of(object), field), key);
        return value == null ? null : value.value();
    }

    /** Writes labels or annotations anew, all as strings; none removes the field. */
    static void setMap(Node object, String field, Map<String, String> entries) {
        Node metadata = Lookup.create(object, Node.Kind.MAPPING, List.of(METADATA));
        Mappings.remove(metadata, field);
        if (entries.isEmpty()) {
            return;
        }
        Node map = Lookup.create(metadata, Node.Kind.MAPPING, List.of(field));
        new TreeMap<>(entries).forEach((key, value) -> Mappings.set(map, key, Node.string(value)));
    }

    static void setText(Node object, String field, String text) {
        Mappings.set(Lookup.create(object, Node.Kind.MAPPING, List.of(METADATA)), field, Node.scalar(text));
    }

    static void setNamespace(Node object, String namespace) {
        if (!namespace.isEmpty()) {
            setText(object, "namespace", namespace);
            return;
        }
        Node metadata = Mappings.get(object, METADATA);
        if (metadata != null && !metadata.isNull()) {
            Mappings.remove(metadata, "namespace");
        }
    }

    /** Sets one label or annotation, leaving the others as they are. */
    static void setEntry(Node object, String field, String key, String value) {
        Node text = Node.string(value);
        text.setStyle(Node.Style.SINGLE_QUOTED);
        Mappings.set(Lookup.create(object, Node.Kind.MAPPING, List.of(METADATA, field)), key, text);
    }

    /** Removes annotations, and then metadata, that hold nothing. */
    static void clearEmptyAnnotations(Node object) {
        Node metadata = Mappings.get(object, METADATA);
        if (metadata != null && metadata.isMapping()) {
            removeIfEmpty(metadata, "annotations");
        }
        removeIfEmpty(object, METADATA);
    }

    private static void removeIfEmpty(Node mapping, String field) {
        Node value = Mappings.find(mapping, field);
        if (value != null && value.content().isEmpty()) {
            Mappings.remove(mapping, field);
        }
    }
}
