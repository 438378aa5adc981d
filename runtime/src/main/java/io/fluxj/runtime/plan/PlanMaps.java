package io.fluxj.runtime.plan;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps plans in ConfigMaps that belong to the objects that they are about, and go with them. See ADR 107.
 *
 * @param client writes them
 * @param manager as whom
 */
public record PlanMaps(KubernetesClient client, String manager) {
    /**
     * Whether the plan is another one than before.
     *
     * @param name of the ConfigMap, in the object's namespace
     * @throws Retryable when it cannot be written, or a ConfigMap of that name is somebody else's
     */
    public boolean keep(HasMetadata owner, String name, Map<String, String> data) throws Retryable {
        try {
            Optional<ConfigMap> before = Optional.ofNullable(client.configMaps()
                    .inNamespace(owner.getMetadata().getNamespace())
                    .withName(name)
                    .get());
            requireOwn(owner, name, before);
            if (before.filter(map -> data.equals(map.getData())).isPresent()) {
                return false;
            }
            client.resource(configMap(owner, name, data))
                    .fieldManager(manager)
                    .forceConflicts()
                    .serverSideApply();
            return true;
        } catch (KubernetesClientException e) {
            throw failed("the plan cannot be written down: " + e.getMessage());
        }
    }

    private static void requireOwn(HasMetadata owner, String name, Optional<ConfigMap> before) throws Retryable {
        boolean others = before.filter(map -> map.getMetadata().getOwnerReferences().stream()
                        .noneMatch(reference ->
                                reference.getUid().equals(owner.getMetadata().getUid())))
                .isPresent();
        if (others) {
            throw failed("the plan cannot be written down: there is a ConfigMap '%s' already, which is somebody else's"
                    .formatted(name));
        }
    }

    private static Retryable failed(String message) {
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message);
    }

    private static ConfigMap configMap(HasMetadata owner, String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(owner.getMetadata().getNamespace())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(owner.getApiVersion())
                        .withKind(owner.getKind())
                        .withName(owner.getMetadata().getName())
                        .withUid(owner.getMetadata().getUid())
                        .build())
                .endMetadata()
                .withData(data)
                .build();
    }
}
