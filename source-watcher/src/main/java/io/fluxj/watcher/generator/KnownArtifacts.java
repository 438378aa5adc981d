package io.fluxj.watcher.generator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.Sources;
import java.util.Optional;

/**
 * The ExternalArtifacts as they are watched, or, those that are not (yet), as the cluster has them.
 *
 * @param sources among others they are sources
 */
record KnownArtifacts(Sources sources, KubernetesClient client) {
    /** One of them. */
    Optional<ExternalArtifact> find(String namespace, String name) {
        return sources.find(new SourceName(ExternalArtifacts.KIND, namespace, name))
                .map(source -> (ExternalArtifact) source.object())
                .or(() -> Optional.ofNullable(client.resources(ExternalArtifact.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }
}
