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
 * Where plans are written down: a ConfigMap named after the object, which is gone with it. Source: ADR 107.
 *
 * @param manager field manager that writes
 * @param suffix of the name, one for each kind, since objects of several kinds may share a name
 */
public record PlanMap(KubernetesClient client, String manager, String suffix) {
    private static final String PLAN = "plan";

    /** Whether an object asks by annotation for a plan instead of the deed. */
    public static boolean isWanted(HasMetadata object, String annotation) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations != null && PLAN.equalsIgnoreCase(annotations.getOrDefault(annotation, ""));
    }

    /** How to read the plan of an object. */
    public String howToRead(HasMetadata object) {
        return "Read it: kubectl -n %s get configmap %s -o jsonpath='{.data.plan}'"
                .formatted(object.getMetadata().getNamespace(), name(object));
    }

    private String name(HasMetadata object) {
        return object.getMetadata().getName() + suffix;
    }

    /**
     * Writes a plan down.
     *
     * @param revision that it is about
     * @return whether it is another one than before
     * @throws Retryable when the ConfigMap is somebody else's, or cannot be written
     */
    public boolean write(HasMetadata object, String plan, String revision) throws Retryable {
        try {
            Optional<ConfigMap> before = Optional.ofNullable(client.configMaps()
                    .inNamespace(object.getMetadata().getNamespace())
                    .withName(name(object))
                    .get());
            requireOwn(object, before);
            Map<String, String> data = Map.of(PLAN, plan, "revision", revision);
            if (before.filter(map -> data.equals(map.getData())).isPresent()) {
                return false;
            }
            client.resource(configMap(object, data))
                    .fieldManager(manager)
                    .forceConflicts()
                    .serverSideApply();
            return true;
        } catch (KubernetesClientException e) {
            throw failed("the plan cannot be written down: " + e.getMessage());
        }
    }

    private void requireOwn(HasMetadata object, Optional<ConfigMap> before) throws Retryable {
        boolean others = before.filter(
                        map -> map.getMetadata().getOwnerReferences().stream().noneMatch(owner -> owner.getUid()
                                .equals(object.getMetadata().getUid())))
                .isPresent();
        if (others) {
            throw failed("the plan cannot be written down: there is a ConfigMap '%s' already, which is somebody else's"
                    .formatted(name(object)));
        }
    }

    private static Retryable failed(String message) {
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message);
    }

    private ConfigMap configMap(HasMetadata object, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name(object))
                .withNamespace(object.getMetadata().getNamespace())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(object.getApiVersion())
                        .withKind(object.getKind())
                        .withName(object.getMetadata().getName())
                        .withUid(object.getMetadata().getUid())
                        .build())
                .endMetadata()
                .withData(data)
                .build();
    }
}
