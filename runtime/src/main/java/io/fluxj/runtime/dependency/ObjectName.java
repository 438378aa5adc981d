package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;

/** Names an object of a kind that is known. */
public record ObjectName(String namespace, String name) {

    public static ObjectName of(HasMetadata object) {
        return new ObjectName(
                object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /** The same in the words of the operator framework. */
    public ResourceID id() {
        return new ResourceID(name, namespace);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
