package io.fluxj.kustomization.pass;

import io.fluxj.apply.Action;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.prune.PruneOptions;
import io.fluxj.apply.prune.PruneResult;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Deletes what was applied before and is not built any more. */
final class PruneStep {

    private final Tenant tenant;

    PruneStep(Tenant tenant) {
        this.tenant = tenant;
    }

    void prune(Work work, List<ObjectRef> stale) throws Retryable {
        if (stale.isEmpty() || !Boolean.TRUE.equals(work.object().getSpec().prune())) {
            return;
        }
        PruneOptions options = new PruneOptions(Tenant.ownership(work.object()), FluxMarkers.KEPT);
        PruneResult result = new Pruner(tenant.clusterOf(work.object())).prune(stale, options);
        if (!result.changes().changes().isEmpty()) {
            String lines = result.changes().lines(EnumSet.allOf(Action.class));
            work.pass().emit(Severity.INFO, CommonReason.PROGRESSING, lines, Map.of());
        }
        if (!result.complete()) {
            keep(work, result.survivors());
            throw Retryable.of(CommonReason.PRUNE_FAILED, result.error());
        }
    }

    private static void keep(Work work, List<ObjectRef> survivors) {
        Inventory both = StoredInventory.of(work.pass().status()).plus(survivors);
        work.pass().update(status -> StoredInventory.put(status, both));
    }
}
