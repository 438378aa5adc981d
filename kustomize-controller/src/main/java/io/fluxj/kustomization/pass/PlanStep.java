package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.stage.Planned;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.runtime.apply.InventoryLedger;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what a pass would do, and does nothing of it, where the annotation {@code kustomize.fluxj.io/mode} is {@code plan}. */
final class PlanStep {
    private static final String MODE = "kustomize.fluxj.io/mode";
    private static final String PLAN = "plan";

    private final ApplyStep apply;
    private final KubernetesClient client;

    /**
     * With the same options as an apply.
     *
     * @param client writes down the plans
     */
    PlanStep(ApplyStep apply, KubernetesClient client) {
        this.apply = apply;
        this.client = client;
    }

    static boolean isWanted(Kustomization object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations != null && PLAN.equalsIgnoreCase(annotations.getOrDefault(MODE, ""));
    }

    Outcome plan(Work work, ToApply wanted) throws Failure, InterruptedException {
        List<Planned> planned = apply.plan(work, wanted);
        PlanText text = new PlanText(planned, deleted(work, planned));
        boolean isNew =
                write(work.object(), work.concealed(text.whole()), work.source().revision());
        String message = message(work, text);
        if (isNew) {
            work.pass().emit(Severity.INFO, KustomizationReason.PLANNED, message, Map.of());
        }
        return Outcome.ready(
                KustomizationReason.PLANNED,
                message,
                Timings.interval(work.object().getSpec()));
    }

    private static List<ObjectRef> deleted(Work work, List<Planned> planned) {
        if (!Boolean.TRUE.equals(work.object().getSpec().prune())) {
            return List.of();
        }
        Inventory now = new Inventory(planned.stream().map(Planned::ref).toList());
        return InventoryLedger.open(work.pass(), Own.INVENTORY).before().staleAgainst(now);
    }

    private static String message(Work work, PlanText text) {
        return "Plan for revision %s: %s. Nothing is applied. Read it: kubectl -n %s get configmap %s -o jsonpath='{.data.plan}'"
                .formatted(
                        work.source().revision(),
                        text.summary(),
                        work.object().getMetadata().getNamespace(),
                        name(work.object()));
    }

    private static String name(Kustomization object) {
        return object.getMetadata().getName() + "-plan";
    }

    /** Whether the plan is another one than before. */
    private boolean write(Kustomization object, String plan, String revision) throws Retryable {
        try {
            Optional<ConfigMap> before = Optional.ofNullable(client.configMaps()
                    .inNamespace(object.getMetadata().getNamespace())
                    .withName(name(object))
                    .get());
            requireOwn(object, before);
            Map<String, String> data = Map.of("plan", plan, "revision", revision);
            if (before.filter(map -> data.equals(map.getData())).isPresent()) {
                return false;
            }
            client.resource(configMap(object, data))
                    .fieldManager("kustomize-controller")
                    .forceConflicts()
                    .serverSideApply();
            return true;
        } catch (KubernetesClientException e) {
            throw failed("the plan cannot be written down: " + e.getMessage());
        }
    }

    private static void requireOwn(Kustomization object, Optional<ConfigMap> before) throws Retryable {
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

    /** Gone with the object that it is about. */
    private static ConfigMap configMap(Kustomization object, Map<String, String> data) {
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
