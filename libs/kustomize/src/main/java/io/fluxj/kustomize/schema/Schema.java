package io.fluxj.kustomize.schema;

import io.fluxj.kustomize.id.Gvk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schemas of kinds and their scopes. Immutable. */
public final class Schema {

    private final Map<String, SchemaType.Definition> definitions;
    private final Map<Gvk, String> kinds;
    private final Map<Gvk, Boolean> namespaced;

    Schema(Map<String, SchemaType.Definition> definitions, Map<Gvk, String> kinds, Map<Gvk, Boolean> namespaced) {
        this.definitions = Map.copyOf(definitions);
        this.kinds = Map.copyOf(kinds);
        this.namespaced = Map.copyOf(namespaced);
    }

    /** What kustomize 5.8.1 has compiled in: Kubernetes 1.21. */
    public static Schema builtin() {
        return BuiltinSchema.get();
    }

    /** Both, the other's definitions taking precedence. */
    public Schema plus(Schema other) {
        return new Schema(
                union(definitions, other.definitions), union(kinds, other.kinds), union(namespaced, other.namespaced));
    }

    private static <K, V> Map<K, V> union(Map<K, V> first, Map<K, V> second) {
        Map<K, V> all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }

    /** The type of an object, or null if the kind is unknown. */
    public @Nullable SchemaType typeOf(Gvk gvk) {
        String name = kinds.get(gvk);
        SchemaType.Definition definition = name == null ? null : definitions.get(name);
        return definition == null ? null : new SchemaType(definition, definitions);
    }

    /** Whether the kind has a namespace, empty if nothing is known of it. */
    public Optional<Boolean> isNamespaced(Gvk gvk) {
        return Optional.ofNullable(namespaced.get(gvk));
    }
}
