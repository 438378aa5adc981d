package io.fluxj.reflector.policy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.reflector.repository.RegistryDoor;
import io.fluxj.reflector.tags.TagStore;
import io.fluxj.runtime.notice.SpecNotices;
import java.time.Duration;

/**
 * What the steps of an ImagePolicy work with.
 *
 * @param client reads Namespaces
 * @param door how registries are reached
 * @param store where the tags of repositories are
 * @param rules of the controller
 * @param notices tells of a spec what no condition shows
 */
public record PolicyParts(
        KubernetesClient client, RegistryDoor door, TagStore store, Rules rules, SpecNotices<ImagePolicy> notices) {
    /**
     * Flags.
     *
     * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
     * @param requeueDependency {@code --requeue-dependency}
     */
    public record Rules(boolean noCrossNamespaceRefs, Duration requeueDependency) {}
}
