package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;

/**
 * Selects objects; what is empty selects any. Group, version, kind, name and namespace are regular expressions where a transformer says so.
 */
public record Selector(Gvk gvk, String name, String namespace, String annotationSelector, String labelSelector) {

    public static Selector read(Fields fields) {
        return new Selector(
                gvk(fields),
                fields.text("name"),
                fields.text("namespace"),
                fields.text("annotationSelector"),
                fields.text("labelSelector"));
    }

    static Gvk gvk(Fields fields) {
        return new Gvk(fields.text("group"), fields.text("version"), fields.text("kind"));
    }

    /** The parts that name an object, taken literally. */
    public ResourceId id() {
        return new ResourceId(gvk, false, name, namespace);
    }

    public boolean namesNothing() {
        return gvk.equals(Gvk.ANY) && name.isEmpty() && namespace.isEmpty();
    }
}
