package io.fluxj.kustomize.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field: its children and how lists of it are merged. Immutable; references are resolved when a child is asked for.
 */
public final class SchemaType {

    /** A field as a schema file describes it. */
    record Definition(
            boolean array,
            String reference,
            Map<String, Definition> properties,
            @Nullable Definition items,
            @Nullable Definition additional,
            String patchStrategy,
            String mergeKey,
            List<String> listMapKeys) {}

    private final Definition definition;
    private final Map<String, Definition> definitions;

    SchemaType(Definition definition, Map<String, Definition> definitions) {
        this.definition = definition;
        this.definitions = definitions;
    }

    /** The type of a field, or null if nothing is known of it. */
    public @Nullable SchemaType field(String name) {
        Definition child = definition.properties().get(name);
        return resolve(child == null ? definition.additional() : child);
    }

    /** The type of a list's elements, or null if it is no list or nothing is known of them. */
    public @Nullable SchemaType elements() {
        return definition.array() ? resolve(definition.items()) : null;
    }

    private @Nullable SchemaType resolve(@Nullable Definition child) {
        Definition found = child;
        for (int i = 0; found != null && !found.reference().isEmpty(); i++) {
            found = i > 50 ? null : definitions.get(found.reference());
        }
        return found == null ? null : new SchemaType(found, definitions);
    }

    /** Whether lists of this type are merged element by element. */
    public boolean mergesElements() {
        return List.of(definition.patchStrategy().split(",", -1)).contains("merge");
    }

    /** The fields that tell elements apart, none for lists of plain values. */
    public List<String> mergeKeys() {
        if (definition.patchStrategy().isEmpty()) {
            return List.of();
        }
        if (!definition.listMapKeys().isEmpty()) {
            return definition.listMapKeys();
        }
        return definition.mergeKey().isEmpty() ? List.of() : List.of(definition.mergeKey());
    }
}
