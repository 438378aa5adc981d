package io.fluxj.reflector.policy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.meta.AccessFrom;
import io.fluxj.api.meta.NamespaceSelector;
import io.fluxj.reflector.tags.TagOwner;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the ImageRepository that a policy names, and asks whether the policy may use it. Source: behaviour §0.4, §5.2.
 *
 * @param known finds what is watched, and else what there is
 * @param client reads Namespaces
 * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
 */
record RepositoryStep(
        Function<TagOwner, Optional<ImageRepository>> known, KubernetesClient client, boolean noCrossNamespaceRefs) {
    ImageRepository resolve(ImagePolicy policy) throws Retryable {
        String own = policy.getMetadata().getNamespace();
        TagOwner name = RepositoryWatch.repository(policy);
        if (noCrossNamespaceRefs && !name.namespace().equals(own)) {
            throw failed(
                    CommonReason.ACCESS_DENIED,
                    "cannot access 'ImageRepository/" + name.namespace() + "/" + name.name()
                            + "', cross-namespace references have been blocked");
        }
        ImageRepository repository = known.apply(name)
                .orElseThrow(() -> failed(
                        CommonReason.DEPENDENCY_NOT_READY,
                        "referenced ImageRepository does not exist: ImageRepository.image.toolkit.fluxcd.io \""
                                + name.name() + "\" not found"));
        if (!name.namespace().equals(own)) {
            requireAccess(own, name, repository.getSpec().accessFrom());
        }
        return repository;
    }

    private void requireAccess(
            String namespace, TagOwner name, @org.jspecify.annotations.Nullable AccessFrom accessFrom)
            throws Retryable {
        String refused = "access denied: '" + name.namespace() + "/" + name.name() + "' can't be accessed due to ";
        if (accessFrom == null) {
            throw failed(CommonReason.ACCESS_DENIED, refused + "missing ACL labels on 'accessFrom'");
        }
        Map<String, String> labels = labels(namespace);
        boolean admitted = accessFrom.namespaceSelectors().stream()
                .map(NamespaceSelector::matchLabels)
                .anyMatch(wanted -> labels.entrySet().containsAll(wanted.entrySet()));
        if (!admitted) {
            throw failed(CommonReason.ACCESS_DENIED, refused + "ACL labels mismatch on namespace '" + namespace + "'");
        }
    }

    private Map<String, String> labels(String namespace) {
        return Optional.ofNullable(client.namespaces().withName(namespace).get())
                .map(Namespace::getMetadata)
                .flatMap(metadata -> Optional.ofNullable(metadata.getLabels()))
                .orElse(Map.of());
    }

    private static Retryable failed(Reason reason, String why) {
        return Retryable.of(reason, "failed to get the referred ImageRepository: " + why);
    }
}
