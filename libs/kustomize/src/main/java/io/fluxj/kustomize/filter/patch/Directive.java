package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Sequences;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code $patch} asks for. */
enum Directive {
    MERGE,
    REPLACE,
    DELETE;

    private static final String KEY = "$patch";

    /** Reads the directive of a map or list and removes it; merge if there is none. */
    static Directive take(@Nullable Node patch) {
        if (patch == null) {
            return MERGE;
        }
        return switch (patch.kind()) {
            case MAPPING -> takeFromMap(patch);
            case SEQUENCE -> takeFromList(patch);
            case SCALAR, ALIAS ->
                throw new YamlException(
                        "a patch for a map or list must be one itself",
                        patch.line(),
                        "give the patch the shape of what it changes");
        };
    }

    private static Directive takeFromMap(Node patch) {
        Node value = Mappings.find(patch, KEY);
        if (value == null) {
            return MERGE;
        }
        Directive directive = of(value);
        Mappings.remove(patch, KEY);
        return directive;
    }

    private static Directive takeFromList(Node patch) {
        Node element = Sequences.withKey(patch, KEY);
        Node value = element == null || element.content().size() > 2 ? null : Mappings.find(element, KEY);
        if (value == null) {
            return MERGE;
        }
        Directive directive = of(value);
        Sequences.set(patch, null, List.of(KEY), List.of(value.value()));
        return directive;
    }

    private static Directive of(Node value) {
        return switch (value.value()) {
            case "delete" -> DELETE;
            case "replace" -> REPLACE;
            case "merge" -> MERGE;
            default ->
                throw new YamlException(
                        "unknown patch strategy '" + value.value() + "'", value.line(), "use merge, replace or delete");
        };
    }
}
