package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/** Names a source. */
public record SourceName(String kind, String namespace, String name) {

    /** The source that {@code user} names; in its own namespace unless it names another. */
    public static SourceName of(HasMetadata user, String kind, @Nullable String namespace, String name) {
        return new SourceName(
                kind,
                namespace == null || namespace.isEmpty() ? user.getMetadata().getNamespace() : namespace,
                name);
    }

    /** The name of a source. */
    public static SourceName of(HasMetadata source) {
        return new SourceName(
                HasMetadata.getKind(source.getClass()),
                source.getMetadata().getNamespace(),
                source.getMetadata().getName());
    }

    /** {@code Kind/namespace/name}. */
    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name;
    }
}
