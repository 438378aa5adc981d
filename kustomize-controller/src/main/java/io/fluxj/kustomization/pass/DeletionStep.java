package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.DeletionPolicy;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.apply.Action;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.prune.PruneOptions;
import io.fluxj.apply.prune.PruneResult;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.runtime.apply.InventoryLedger;
import io.fluxj.runtime.apply.PassWaits;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.target.TargetCluster;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Deletes a Kustomization's objects when it is deleted itself, as far as its deletion policy wants. */
final class DeletionStep {

    private final TargetStep targets;
    private final Feasibility check;
    private final Order order;

    DeletionStep(TargetStep targets, Feasibility check, Order order) {
        this.targets = targets;
        this.check = check;
        this.order = order;
    }

    /** What has to be deleted first. */
    @FunctionalInterface
    interface Order {
        /** Returns when it is this object's turn. */
        void await(Pass<Kustomization, KustomizationStatus> pass) throws Waiting;
    }

    void delete(Pass<Kustomization, KustomizationStatus> pass) throws Failure, InterruptedException {
        Kustomization object = pass.object();
        order.await(pass);
        InventoryLedger<KustomizationStatus> ledger = InventoryLedger.open(pass, Own.INVENTORY);
        List<ObjectRef> owned = ledger.stale();
        if (owned.isEmpty() || !wanted(object)) {
            return;
        }
        check.beforeDeleting(pass);
        TargetCluster target = targets.find(object);
        if (!target.hasAccount()) {
            String names = owned.stream().map(ObjectRef::subject).collect(Collectors.joining("\n"));
            pass.emit(Severity.ERROR, reason(pass), "unable to prune objects: \n" + names, Map.of());
            return;
        }
        delete(pass, target, ledger);
    }

    private static void delete(
            Pass<Kustomization, KustomizationStatus> pass,
            TargetCluster target,
            InventoryLedger<KustomizationStatus> ledger)
            throws Retryable, InterruptedException {
        Pruner pruner = new Pruner(target.cluster());
        PruneOptions options = new PruneOptions(Own.MARKERS.ownership(pass.object()), Own.MARKERS.kept());
        PruneResult result = pruner.prune(ledger.stale(), options);
        if (!result.complete()) {
            ledger.pruned(result);
            throw Retryable.of(CommonReason.PRUNE_FAILED, result.error())
                    .announcing(Severity.ERROR, "pruning for deleted resource failed");
        }
        pass.emit(Severity.INFO, reason(pass), result.changes().lines(EnumSet.allOf(Action.class)), Map.of());
        if (policy(pass.object()) == DeletionPolicy.WAIT_FOR_TERMINATION) {
            awaitTermination(pass, pruner, result.changes().refs(EnumSet.of(Action.DELETED)));
        }
    }

    private static void awaitTermination(
            Pass<Kustomization, KustomizationStatus> pass, Pruner pruner, List<ObjectRef> deleted)
            throws InterruptedException {
        Duration timeout = Timings.timeout(pass.object().getSpec());
        List<ObjectRef> left = pruner.awaitTermination(deleted, timeout, PassWaits.toTheEnd(pass));
        if (!left.isEmpty()) {
            pass.emit(Severity.ERROR, reason(pass), "failed to wait for resources termination", Map.of());
        }
    }

    private static boolean wanted(Kustomization object) {
        boolean prunes = Boolean.TRUE.equals(object.getSpec().prune());
        return switch (policy(object)) {
            case MIRROR_PRUNE -> prunes;
            case DELETE, WAIT_FOR_TERMINATION -> true;
            case ORPHAN -> false;
        };
    }

    private static DeletionPolicy policy(Kustomization object) {
        var chosen = object.getSpec().deletionPolicy();
        return chosen == null ? DeletionPolicy.MIRROR_PRUNE : chosen.known().orElse(DeletionPolicy.MIRROR_PRUNE);
    }

    /** Events while deleting bear the reason of the object's Ready condition. */
    static Reason reason(Pass<Kustomization, KustomizationStatus> pass) {
        String text = pass.conditions()
                .get(ConditionType.READY)
                .map(Condition::reason)
                .orElse("info");
        return () -> text;
    }
}
