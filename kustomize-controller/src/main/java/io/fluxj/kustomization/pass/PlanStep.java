package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.stage.Planned;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.runtime.apply.InventoryLedger;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.plan.PlanMaps;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import java.util.List;
import java.util.Map;

/** Shows what a pass would do, and does nothing of it, where the annotation {@code kustomize.fluxj.io/mode} is {@code plan}. */
final class PlanStep {
    private static final String MODE = "kustomize.fluxj.io/mode";
    private static final String PLAN = "plan";

    private final ApplyStep apply;
    private final PlanMaps maps;

    /**
     * With the same options as an apply.
     *
     * @param maps keep the plans
     */
    PlanStep(ApplyStep apply, PlanMaps maps) {
        this.apply = apply;
        this.maps = maps;
    }

    static boolean isWanted(Kustomization object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations != null && PLAN.equalsIgnoreCase(annotations.getOrDefault(MODE, ""));
    }

    Outcome plan(Work work, ToApply wanted) throws Failure, InterruptedException {
        List<Planned> planned = apply.plan(work, wanted);
        PlanText text = new PlanText(planned, deleted(work, planned));
        Map<String, String> data = Map.of(
                "plan", work.concealed(text.whole()), "revision", work.source().revision());
        boolean isNew = maps.keep(work.object(), name(work.object()), data);
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
}
