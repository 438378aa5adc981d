package io.fluxj.kustomization.source;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.SourceReference;

/** Names a source. */
public record SourceName(String kind, String namespace, String name) {

    /** The source that a Kustomization names; in its own namespace unless it names another. */
    public static SourceName of(Kustomization object) {
        SourceReference reference = object.getSpec().sourceRef();
        String namespace =
                reference.namespace() == null || reference.namespace().isEmpty()
                        ? object.getMetadata().getNamespace()
                        : reference.namespace();
        return new SourceName(reference.kind().text(), namespace, reference.name());
    }

    /** {@code Kind/namespace/name}. */
    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name;
    }
}
