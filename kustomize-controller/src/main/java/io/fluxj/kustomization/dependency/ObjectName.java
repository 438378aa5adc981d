package io.fluxj.kustomization.dependency;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.DependencyReference;
import java.util.List;

/** Names a Kustomization. */
public record ObjectName(String namespace, String name) {

    public static ObjectName of(Kustomization object) {
        return new ObjectName(
                object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /** What a Kustomization depends on, in the order of its spec. */
    public static List<ObjectName> dependenciesOf(Kustomization object) {
        return object.getSpec().dependsOn().stream()
                .map(reference -> of(object, reference))
                .toList();
    }

    private static ObjectName of(Kustomization object, DependencyReference reference) {
        String namespace =
                reference.namespace() == null || reference.namespace().isEmpty()
                        ? object.getMetadata().getNamespace()
                        : reference.namespace();
        return new ObjectName(namespace, reference.name());
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
