package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyFailure;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.kustomization.options.ApplyFlags;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.target.TargetCluster;
import java.util.List;

/** Applies the built objects and writes down which they are. */
final class ApplyStep {

    private final AppliedMemory memory;
    private final ApplyFlags flags;
    private final Gates gates;

    ApplyStep(AppliedMemory memory, ApplyFlags flags, Gates gates) {
        this.memory = memory;
        this.flags = flags;
        this.gates = gates;
    }

    /**
     * Features of the apply.
     *
     * @param migratesVersions whether entries of managedFields are brought to the manifest's API version
     * @param groupsLog whether the log lists changes by what was done instead of by object
     */
    record Gates(boolean migratesVersions, boolean groupsLog) {}

    /**
     * What was applied.
     *
     * @param changes every object in apply order
     * @param stale what was applied before and is not built any more, in apply order
     */
    record Applied(ChangeSet changes, List<ObjectRef> stale) {

        /** What is built now. */
        Inventory inventory() {
            return new Inventory(changes.refs());
        }
    }

    Applied apply(Work work, ToApply wanted) throws Failure, InterruptedException {
        Kustomization object = work.object();
        BuiltManifests manifests = wanted.manifests();
        Cluster cluster = wanted.target().cluster();
        Inventory before = StoredInventory.told(work.pass());
        ChangeSet changes;
        try {
            changes = new StagedApply(cluster, memory)
                    .apply(
                            manifests.objects(),
                            options(object),
                            refs -> noteIntended(work, refs, manifests, cluster),
                            PassWaits.of(work.pass()));
        } catch (ApplyException e) {
            noteApplied(work, before.plus(e.applied().refs()));
            throw failed(e);
        } catch (ApiException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
        if (changes.changedAnything()) {
            work.tellOfObjects(changes.changedLines());
            ChangeLog.tell(changes, work.source().revision(), gates.groupsLog(), work::concealed);
        }
        Inventory after = new Inventory(changes.refs());
        List<ObjectRef> stale = before.staleAgainst(after);
        note(work, after.plus(stale));
        return new Applied(changes, stale);
    }

    /**
     * What is about to come into the cluster is in the stored inventory first: should the process die now, and the object leave
     * the source before the next one starts, it is still pruned. An object that is not ready says by the same patch what is done.
     */
    private static void noteIntended(Work work, List<ObjectRef> refs, BuiltManifests manifests, Cluster cluster) {
        Inventory known = StoredInventory.of(work.pass().status());
        boolean isNew = !new Inventory(refs).staleAgainst(known).isEmpty();
        if (isNew) {
            note(work, known.plus(refs).plus(built(manifests, cluster)));
        }
        if (isNew || !work.pass().conditions().isTrue(ConditionType.READY)) {
            work.announce(BuildStep.DETECTING);
        }
    }

    private static List<ObjectRef> built(BuiltManifests manifests, Cluster cluster) {
        return manifests.objects().stream()
                .map(ObjectRef::of)
                .map(cluster.discovery()::scopedIfKnown)
                .toList();
    }

    /** What came into the cluster before the failure is in the inventory, what did not is not. */
    private static void noteApplied(Work work, Inventory inventory) {
        if (!inventory.refs().isEmpty() || work.pass().status().inventory() != null) {
            note(work, inventory);
        }
    }

    private static void note(Work work, Inventory inventory) {
        work.pass().update(status -> StoredInventory.put(status, inventory));
    }

    private static Failure failed(ApplyException e) {
        return e.failure() instanceof ApplyFailure.Cancelled(String trigger)
                ? Superseded.by(trigger)
                : failed(
                        e.failure().message() + hint(e.failure()) + "\n"
                                + e.applied().changedLines(),
                        e);
    }

    private static String hint(ApplyFailure failure) {
        return failure instanceof ApplyFailure.FixedField ? " (" + FluxMarkers.HOW_TO_REPLACE + ")" : "";
    }

    private static Retryable failed(String message, Exception cause) {
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message, cause);
    }

    private ApplyOptions options(Kustomization object) {
        return ApplyOptions.of(FluxMarkers.ownership(object))
                .withMarkers(FluxMarkers.markers())
                .withTakeover(FluxMarkers.takeover(flags.overrideManagers(), gates.migratesVersions()))
                .withForce(Boolean.TRUE.equals(object.getSpec().force()))
                .withParallel(flags.concurrentSsa())
                .withCustomStage(flags.customStageKinds());
    }

    /** Forgets what was applied for an object that is gone. */
    void forget(Kustomization object, TargetCluster target) {
        new StagedApply(target.cluster(), memory).forget(options(object));
    }
}
