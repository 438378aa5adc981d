package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.id.Gvk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings from the OpenAPI definitions that {@code crds} names: fields marked as names, labels, annotations or references to other
 * objects.
 */
public final class CrdSettings {

    private final Map<?, ?> definitions;
    private final Map<TransformerSettings.Section, List<FieldSpec>> sections =
            new EnumMap<>(TransformerSettings.Section.class);
    private final List<NameReference> references = new ArrayList<>();

    private CrdSettings(Map<?, ?> definitions) {
        this.definitions = definitions;
    }

    /**
     * The settings in a file that was parsed into plain values.
     *
     * @throws BuildException if it does not map names to definitions
     */
    public static TransformerSettings read(@Nullable Object plain) {
        if (!(plain instanceof Map<?, ?> map)) {
            throw BuildException.because("crds files hold OpenAPI definitions by name");
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() != null && !(entry.getValue() instanceof Map)) {
                throw BuildException.because("'" + entry.getKey() + "' is not an OpenAPI definition")
                        .hint("crds files hold OpenAPI definitions by name, not CustomResourceDefinitions");
            }
        }
        CrdSettings settings = new CrdSettings(map);
        map.forEach((name, definition) -> settings.readType(name.toString(), properties(definition)));
        return TransformerSettings.NONE.merge(new TransformerSettings(settings.sections, settings.references));
    }

    private static Map<?, ?> properties(@Nullable Object definition) {
        Object schema = definition instanceof Map<?, ?> map ? field(map, "Schema") : null;
        Object properties = schema instanceof Map<?, ?> map ? map.get("properties") : null;
        return properties instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object field(Map<?, ?> map, String name) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey().toString().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private void readType(String name, Map<?, ?> properties) {
        if (properties.containsKey("kind")
                && properties.containsKey("apiVersion")
                && properties.containsKey("metadata")) {
            Gvk kind = new Gvk("", "", name.substring(name.lastIndexOf('.') + 1));
            walk(kind, name, List.of(), new HashSet<>());
        }
    }

    private void walk(Gvk kind, String type, List<String> path, Set<String> open) {
        if (!open.add(type)) {
            throw BuildException.because("the definition '" + type + "' contains itself");
        }
        properties(definitions.get(type)).forEach((name, property) -> {
            if (property instanceof Map<?, ?> map) {
                property(kind, map, plus(path, name.toString()), open);
            }
        });
        open.remove(type);
    }

    private void property(Gvk kind, Map<?, ?> property, List<String> path, Set<String> open) {
        mark(property, "x-kubernetes-annotation", TransformerSettings.Section.COMMON_ANNOTATIONS, kind, path);
        mark(property, "x-kubernetes-label-selector", TransformerSettings.Section.COMMON_LABELS, kind, path);
        mark(property, "x-kubernetes-identity", TransformerSettings.Section.NAME_PREFIX, kind, path);
        if (property.get("x-kubernetes-object-ref-api-version") instanceof String version
                && property.get("x-kubernetes-object-ref-kind") instanceof String target) {
            String key = property.get("x-kubernetes-object-ref-name-key") instanceof String name ? name : "name";
            references.add(new NameReference(new Gvk("", version, target), List.of(spec(kind, plus(path, key)))));
        }
        if (property.get("$ref") instanceof String reference) {
            walk(kind, reference, path, open);
        }
    }

    private void mark(
            Map<?, ?> property, String mark, TransformerSettings.Section section, Gvk kind, List<String> path) {
        if (property.get(mark) instanceof String) {
            sections.computeIfAbsent(section, any -> new ArrayList<>()).add(spec(kind, path));
        }
    }

    private static FieldSpec spec(Gvk kind, List<String> path) {
        return new FieldSpec(kind, String.join("/", path), false);
    }

    private static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
