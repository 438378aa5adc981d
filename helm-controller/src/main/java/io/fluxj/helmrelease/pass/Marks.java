package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.reconcile.Waiting;
import java.util.Objects;
import java.util.Set;

/** Ready, Reconciling and Stalled before a release is acted on. Source: conditions-events §5. */
record Marks(Pass<HelmRelease, HelmReleaseStatus> pass) {

    private static final Set<String> PREREQUISITES = Set.of(
            "DependencyNotReady",
            "ArtifactFailed",
            "SourceNotReady",
            "ValuesError",
            "ChartMutateError",
            "RESTClientError",
            "AccessDenied",
            "InvalidCELExpression",
            "StateError");

    /** What has not succeeded yet, or was changed, tells at once that it is worked on; a steady object costs no write. */
    void begin() {
        Conditions conditions = pass.conditions();
        boolean steady = conditions.isTrue(ConditionType.READY)
                && Objects.equals(
                        pass.status().observedGeneration(),
                        pass.object().getMetadata().getGeneration());
        conditions.markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING, "Fulfilling prerequisites");
        conditions.clear(ConditionType.STALLED);
        if (!steady) {
            pass.flush();
        }
    }

    /** What was missing once is there. */
    void fulfilled() {
        boolean stale = pass.conditions()
                .get(ConditionType.READY)
                .map(Condition::reason)
                .filter(PREREQUISITES::contains)
                .isPresent();
        if (stale) {
            pass.conditions().markUnknown(ConditionType.READY, CommonReason.PROGRESSING, "reconciliation in progress");
        }
    }

    /** Something is missing. */
    void missing(Failure failure) {
        switch (failure) {
            case Stalled stalled -> {
                pass.conditions().clear(ConditionType.RECONCILING);
                pass.conditions().markTrue(ConditionType.STALLED, stalled.reason(), stalled.message());
                notReady(stalled);
            }
            case Retryable retryable -> notReady(retryable);
            case Waiting waiting -> notReady(waiting);
            case Superseded _ -> {}
        }
    }

    private void notReady(Failure failure) {
        pass.conditions().markFalse(ConditionType.READY, failure.reason(), failure.message());
    }
}
