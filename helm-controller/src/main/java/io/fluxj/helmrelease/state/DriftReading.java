package io.fluxj.helmrelease.state;

import io.fluxj.api.helm.v2.DriftDetection;
import io.fluxj.api.helm.v2.DriftDetectionMode;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.stage.IgnoredFields;
import io.fluxj.helm.Notices;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.action.ReleaseSite;
import io.fluxj.helmrelease.drift.Drift;
import io.fluxj.helmrelease.drift.DriftDetecting;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.apply.DriftRules;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Optional;

/** Looks for drift where the spec wants that, and says in the condition Drifted what came of it. Source: behaviour §3.8. */
record DriftReading(ReleaseSite site) {

    Optional<Drift> read(Release release, ReleaseSnapshot seen) throws Failure {
        DriftDetection wanted = site.rules().spec().driftDetection();
        if (wanted == null || wanted.mode() == null || wanted.mode().is(DriftDetectionMode.DISABLED)) {
            conditions().clear(HelmReleaseCondition.DRIFTED);
            return Optional.empty();
        }
        IgnoredFields ignored = DriftRules.of("spec.driftDetection.ignore", wanted.ignore());
        try {
            Optional<Drift> drift = new DriftDetecting(
                            site.target().cluster(),
                            ignored,
                            site.rules().policy().overriddenManagers())
                    .of(site.actions(Notices.NONE, _ -> {}).objects(release));
            mark(drift, seen);
            return drift;
        } catch (ApiException | ClusterException e) {
            throw unknown(e);
        }
    }

    private void mark(Optional<Drift> drift, ReleaseSnapshot seen) {
        if (drift.isPresent()) {
            conditions()
                    .markTrue(
                            HelmReleaseCondition.DRIFTED,
                            HelmReleaseReason.DRIFT_DETECTED,
                            Snapshots.drifted(seen, drift.get().lines()));
        } else {
            conditions()
                    .markFalse(
                            HelmReleaseCondition.DRIFTED,
                            HelmReleaseReason.NO_DRIFT_DETECTED,
                            "No drift detected against the cluster state");
        }
    }

    private Retryable unknown(RuntimeException cause) {
        String message = "Could not determine release state: unable to determine cluster state: " + cause.getMessage();
        conditions().markFalse(ConditionType.READY, HelmReleaseReason.STATE_ERROR, message);
        return Retryable.of(HelmReleaseReason.STATE_ERROR, message, cause).quietly();
    }

    private Conditions conditions() {
        return site.pass().conditions();
    }
}
