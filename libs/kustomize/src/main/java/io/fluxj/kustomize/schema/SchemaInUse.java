package io.fluxj.kustomize.schema;

import io.fluxj.kustomize.OpenApiMode;
import io.fluxj.kustomize.id.Gvk;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one build: the built-in one until a kustomization brings its own; the first that does so counts. In mode {@link
 * OpenApiMode#REPLACES} the built-in types stay only if they were already needed by then; scopes always stay.
 */
public final class SchemaInUse {

    private final OpenApiMode mode;
    private Schema types = Schema.builtin();
    private @Nullable Schema own;
    private boolean chosen;
    private boolean needed;

    public SchemaInUse(OpenApiMode mode) {
        this.mode = mode;
    }

    /** Whether a kustomization already said which schema to use. */
    public boolean isChosen() {
        return chosen;
    }

    /** Stays with the built-in schema for good. */
    public void chooseBuiltin() {
        chosen = true;
    }

    /** Takes a schema of the user's. */
    public void choose(Schema schema) {
        if (!chosen) {
            types = mode == OpenApiMode.ADDS || needed ? types.plus(schema) : schema;
            own = schema;
            chosen = true;
        }
    }

    /** The type of an object, or null. */
    public @Nullable SchemaType typeOf(Gvk gvk) {
        needed = true;
        return types.typeOf(gvk);
    }

    /** Whether the kind certainly has no namespace. */
    public boolean isClusterScoped(Gvk gvk) {
        Boolean namespaced = Schema.builtin().isNamespaced(gvk).orElse(null);
        if (namespaced == null) {
            needed |= own == null;
            namespaced = own == null ? null : own.isNamespaced(gvk).orElse(null);
        }
        return namespaced != null && !namespaced;
    }
}
