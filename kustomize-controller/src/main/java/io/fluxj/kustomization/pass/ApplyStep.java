package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.kustomization.build.BuiltManifests;
import io.fluxj.kustomization.options.ApplyFlags;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.List;
import java.util.Map;

/** Applies the built objects and writes down which they are. */
final class ApplyStep {

    private final Tenant tenant;
    private final AppliedMemory memory;
    private final ApplyFlags flags;

    ApplyStep(Tenant tenant, AppliedMemory memory, ApplyFlags flags) {
        this.tenant = tenant;
        this.memory = memory;
        this.flags = flags;
    }

    /**
     * What was applied.
     *
     * @param changes every object in apply order
     * @param stale what was applied before and is not built any more, in apply order
     */
    record Applied(ChangeSet changes, List<ObjectRef> stale) {}

    Applied apply(Work work, BuiltManifests manifests) throws Retryable, InterruptedException {
        Kustomization object = work.object();
        Inventory before = StoredInventory.of(work.pass().status());
        ChangeSet changes;
        try {
            changes = new StagedApply(tenant.clusterOf(object), memory).apply(manifests.objects(), options(object));
        } catch (ApplyException e) {
            noteApplied(work, before, e.applied());
            throw failed(e.failure().message() + "\n" + e.applied().changedLines(), e);
        } catch (ApiException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
        if (changes.changedAnything()) {
            work.pass().emit(Severity.INFO, CommonReason.PROGRESSING, changes.changedLines(), Map.of());
        }
        Inventory after = new Inventory(changes.refs());
        work.pass().update(status -> StoredInventory.put(status, after));
        return new Applied(changes, before.staleAgainst(after));
    }

    /** What came into the cluster before the failure is in the inventory, so that it does not stay for ever. */
    private static void noteApplied(Work work, Inventory before, ChangeSet applied) {
        if (!applied.refs().isEmpty()) {
            Inventory both = before.plus(applied.refs());
            work.pass().update(status -> StoredInventory.put(status, both));
        }
    }

    private static Retryable failed(String message, Exception cause) {
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message, cause);
    }

    private ApplyOptions options(Kustomization object) {
        return ApplyOptions.of(Tenant.ownership(object))
                .withMarkers(FluxMarkers.markers())
                .withTakeover(FluxMarkers.takeover(flags.overrideManagers()))
                .withForce(Boolean.TRUE.equals(object.getSpec().force()))
                .withParallel(flags.concurrentSsa())
                .withCustomStage(flags.customStageKinds());
    }

    /** Forgets what was applied for an object that is gone. */
    void forget(Kustomization object) {
        new StagedApply(tenant.clusterOf(object), memory).forget(options(object));
    }
}
