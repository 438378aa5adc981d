package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.stage.Planned;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.runtime.apply.InventoryLedger;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.plan.PlanText;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import java.util.List;
import java.util.Map;

/**
 * Shows what a pass would do, and does nothing of it, where the annotation {@code kustomize.fluxj.io/mode} is {@code plan}.
 *
 * @param apply with the same options
 * @param written where it is written down
 */
record PlanStep(ApplyStep apply, PlanMap written) {
    private static final String MODE = "kustomize.fluxj.io/mode";

    static boolean isWanted(Kustomization object) {
        return PlanMap.isWanted(object, MODE);
    }

    Outcome plan(Work work, ToApply wanted) throws Failure, InterruptedException {
        List<Planned> planned = apply.plan(work, wanted);
        PlanText text = new PlanText(planned, deleted(work, planned));
        boolean isNew = written.write(
                work.object(), work.concealed(text.whole()), work.sources().text());
        String message = "Plan for revision %s: %s. Nothing is applied. %s"
                .formatted(work.sources().text(), text.summary(), written.howToRead(work.object()));
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
}
