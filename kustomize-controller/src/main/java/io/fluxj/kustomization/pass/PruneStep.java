package io.fluxj.kustomization.pass;

import io.fluxj.apply.Action;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.prune.PruneOptions;
import io.fluxj.apply.prune.PruneResult;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.target.TargetCluster;
import java.util.EnumSet;
import java.util.List;

/** Deletes what was applied before and is not built any more. */
final class PruneStep {

    private final PruneGuard guard;

    PruneStep(PruneGuard guard) {
        this.guard = guard;
    }

    /** Deletes what is stale, if that is wanted; then the inventory is what is built, and what could not be deleted. */
    void prune(Work work, TargetCluster target, ApplyStep.Applied applied) throws Retryable {
        boolean wanted = Boolean.TRUE.equals(work.object().getSpec().prune());
        List<ObjectRef> stale = wanted ? applied.ledger().stale() : List.of();
        guard.check(
                work.object(),
                new PruneGuard.Prune(stale, applied.changes().refs().size()));
        PruneResult result = pruned(work, target, stale);
        applied.ledger().pruned(result);
        if (!result.complete()) {
            throw Retryable.of(CommonReason.PRUNE_FAILED, result.error());
        }
    }

    private static PruneResult pruned(Work work, TargetCluster target, List<ObjectRef> stale) {
        PruneOptions options = new PruneOptions(Own.MARKERS.ownership(work.object()), Own.MARKERS.kept());
        PruneResult result = new Pruner(target.cluster()).prune(stale, options);
        if (!result.changes().changes().isEmpty()) {
            work.tellOfObjects(result.changes().lines(EnumSet.allOf(Action.class)));
        }
        return result;
    }
}
