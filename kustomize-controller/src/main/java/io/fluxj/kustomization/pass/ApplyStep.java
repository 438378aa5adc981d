package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.apply.Action;
import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyFailure;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.IgnoredFields;
import io.fluxj.apply.stage.Planned;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.apply.DriftRules;
import io.fluxj.runtime.apply.InventoryLedger;
import io.fluxj.runtime.apply.PassWaits;
import io.fluxj.runtime.options.ApplyFlags;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Superseded;
import java.util.List;
import java.util.function.Supplier;

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
     * @param ledger which knows what is stale now
     */
    record Applied(ChangeSet changes, InventoryLedger<KustomizationStatus> ledger) {}

    /** Where the manifests are those of before and nobody touched the objects, there is nothing to apply, whatever else a commit changed. */
    Applied apply(Work work, ToApply wanted) throws Failure, InterruptedException {
        Kustomization object = work.object();
        BuiltManifests manifests = wanted.manifests();
        Cluster cluster = wanted.target().cluster();
        ApplyOptions options =
                options(object, DriftRules.of("spec.ignore", object.getSpec().ignore()));
        StagedApply apply = new StagedApply(cluster, memory);
        InventoryLedger<KustomizationStatus> ledger = InventoryLedger.open(work.pass(), Own.INVENTORY);
        List<ObjectRef> before = ledger.before().refs();
        if (!wanted.fresh() && work.isSteady() && apply.isUntouched(before, options)) {
            ChangeSet nothing = unchanged(before);
            return new Applied(nothing, ledger.applied(nothing));
        }
        ChangeSet changes;
        try {
            changes = apply.apply(
                    manifests.objects(),
                    options,
                    refs -> intend(work, ledger, refs, () -> built(manifests, cluster)),
                    PassWaits.of(work.pass()));
        } catch (ApplyException e) {
            ledger.failed(e);
            throw failed(e);
        } catch (ApiException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
        if (changes.changedAnything()) {
            work.tellOfObjects(changes.changedLines());
            ChangeLog.tell(changes, work.sources().text(), gates.groupsLog(), work::concealed);
        }
        return new Applied(changes, ledger.applied(changes));
    }

    /** What {@link #apply} would do. */
    List<Planned> plan(Work work, ToApply wanted) throws Failure, InterruptedException {
        Kustomization object = work.object();
        return new StagedApply(wanted.target().cluster(), memory)
                .plan(
                        wanted.manifests().objects(),
                        options(
                                object,
                                DriftRules.of("spec.ignore", object.getSpec().ignore())));
    }

    private static ChangeSet unchanged(List<ObjectRef> refs) {
        return new ChangeSet(
                refs.stream().map(ref -> new Change(ref, Action.UNCHANGED)).toList());
    }

    /** An object that is not ready says what is done, though it writes nothing new. */
    private static void intend(
            Work work,
            InventoryLedger<KustomizationStatus> ledger,
            List<ObjectRef> next,
            Supplier<List<ObjectRef>> all) {
        boolean told = ledger.intend(next, all, work.message(BuildStep.DETECTING));
        if (!told && !work.pass().conditions().isTrue(ConditionType.READY)) {
            work.announce(BuildStep.DETECTING);
        }
    }

    private static List<ObjectRef> built(BuiltManifests manifests, Cluster cluster) {
        return manifests.objects().stream()
                .map(ObjectRef::of)
                .map(cluster.discovery()::scopedIfKnown)
                .toList();
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
        return failure instanceof ApplyFailure.FixedField ? " (" + Own.MARKERS.howToReplace() + ")" : "";
    }

    private static Retryable failed(String message, Exception cause) {
        return Retryable.of(CommonReason.RECONCILIATION_FAILED, message, cause);
    }

    private ApplyOptions options(Kustomization object, IgnoredFields ignored) {
        return ApplyOptions.of(Own.MARKERS.ownership(object))
                .withMarkers(Own.MARKERS.markers())
                .withTakeover(Own.MARKERS
                        .takeover(flags.overrideManagers(), gates.migratesVersions())
                        .withIgnored(ignored))
                .withForce(Boolean.TRUE.equals(object.getSpec().force()))
                .withParallel(flags.concurrentSsa())
                .withCustomStage(flags.customStageKinds());
    }

    /** Forgets what was applied for an object that is gone, or is going to be deleted. */
    void forget(Kustomization object) {
        memory.forget(Own.MARKERS.ownership(object));
    }
}
