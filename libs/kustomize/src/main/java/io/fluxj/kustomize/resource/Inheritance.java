package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an object takes over from the one whose place it takes. */
final class Inheritance {

    private Inheritance() {}

    /** Name and namespace; labels and annotations that the object has not itself. */
    static void metadata(Resource resource, Resource old) {
        Map<String, String> labels = old.labels();
        labels.putAll(resource.labels());
        resource.setLabels(labels);
        resource.setAnnotations(annotations(resource, old));
        resource.setName(old.name());
        resource.setNamespace(old.namespace());
    }

    /** Annotations of the build are those of the old object. */
    private static Map<String, String> annotations(Resource resource, Resource old) {
        Map<String, String> theirs = old.annotations();
        Map<String, String> ours = resource.annotations();
        Map<String, String> merged = new TreeMap<>(theirs);
        merged.putAll(ours);
        for (String name : BuildAnnotations.ALL) {
            String value = theirs.get(name);
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        }
        if (!ours.containsKey(BuildAnnotations.NEEDS_HASH)) {
            merged.remove(BuildAnnotations.NEEDS_HASH);
        }
        return merged;
    }

    /** Entries of {@code data} or {@code binaryData} that the object has not itself. */
    static void data(Resource resource, Resource old, String field) {
        Map<String, String> merged = new TreeMap<>(entries(old.root(), field));
        merged.putAll(entries(resource.root(), field));
        Mappings.remove(resource.root(), field);
        merged.forEach((key, value) -> DataEntries.put(resource.root(), field, key, value));
    }

    private static Map<String, String> entries(Node object, String field) {
        Map<String, String> result = new TreeMap<>();
        @Nullable Node data = Mappings.get(object, field);
        if (data != null && data.isMapping()) {
            for (String key : Mappings.keys(data)) {
                result.put(key, Mappings.text(data, key));
            }
        }
        return result;
    }
}
