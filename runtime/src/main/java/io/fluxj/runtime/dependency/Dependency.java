package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.DependencyReference;
import io.fluxj.apply.ObjectRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object waits for.
 *
 * @param foreign its kind, where that is not the kind of the object itself
 * @param readyExpression decides when it is ready; empty when its conditions do
 */
record Dependency(ObjectName name, Optional<ForeignKind> foreign, String readyExpression) {

    /**
     * A kind.
     *
     * @param apiVersion group and version; empty when a reference left it out
     */
    record ForeignKind(String apiVersion, String kind) {}

    /** One of the same kind, whose conditions decide. */
    static Dependency on(ObjectName name) {
        return new Dependency(name, Optional.empty(), "");
    }

    /** The one that {@code dependent} refers to; in its own namespace unless it names another. */
    static Dependency of(HasMetadata dependent, DependencyReference reference) {
        String namespace =
                reference.namespace() == null || reference.namespace().isEmpty()
                        ? dependent.getMetadata().getNamespace()
                        : reference.namespace();
        return new Dependency(
                new ObjectName(namespace, reference.name()),
                foreignKind(dependent, text(reference.apiVersion()), text(reference.kind())),
                text(reference.readyExpr()));
    }

    private static Optional<ForeignKind> foreignKind(HasMetadata dependent, String apiVersion, String kind) {
        boolean sameKind = kind.isEmpty() || kind.equals(HasMetadata.getKind(dependent.getClass()));
        boolean sameGroup = apiVersion.isEmpty()
                || group(apiVersion).equals(group(HasMetadata.getApiVersion(dependent.getClass())));
        return sameKind && sameGroup
                ? Optional.empty()
                : Optional.of(
                        new ForeignKind(apiVersion, kind.isEmpty() ? HasMetadata.getKind(dependent.getClass()) : kind));
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    boolean hasExpression() {
        return !readyExpression.isEmpty();
    }

    /** How messages name it; the kind is told only where it is another. */
    String described() {
        return foreign.map(kind -> kind.kind() + "/" + name).orElse(name.toString());
    }

    /** The object of that kind. */
    ObjectRef ref(ForeignKind kind) {
        return ObjectRef.of(kind.apiVersion(), kind.kind(), name.namespace(), name.name());
    }
}
