package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.DependencyReference;
import java.util.Objects;

/**
 * What an object waits for.
 *
 * @param readyExpression decides when it is ready; empty when its conditions do
 */
record Dependency(ObjectName name, String readyExpression) {

    /** The one that {@code dependent} refers to; in its own namespace unless it names another. */
    static Dependency of(HasMetadata dependent, DependencyReference reference) {
        String namespace =
                reference.namespace() == null || reference.namespace().isEmpty()
                        ? dependent.getMetadata().getNamespace()
                        : reference.namespace();
        return new Dependency(
                new ObjectName(namespace, reference.name()), Objects.requireNonNullElse(reference.readyExpr(), ""));
    }

    boolean hasExpression() {
        return !readyExpression.isEmpty();
    }
}
