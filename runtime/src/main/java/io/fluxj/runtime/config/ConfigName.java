package io.fluxj.runtime.config;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Names a ConfigMap or Secret.
 *
 * @param kind {@code ConfigMap} or {@code Secret}
 */
public record ConfigName(String kind, String namespace, String name) {

    /** The one of this kind and name in the namespace of {@code user}. */
    public static ConfigName of(HasMetadata user, String kind, String name) {
        return new ConfigName(kind, user.getMetadata().getNamespace(), name);
    }

    /** {@code Kind/namespace/name}. */
    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name;
    }
}
