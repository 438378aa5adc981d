package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.DriftDetectionMode;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.Notices;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseKey;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.drift.Drift;
import io.fluxj.helmrelease.history.History;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.rules.ReleaseRules;
import io.fluxj.helmrelease.rules.Remediation;
import io.fluxj.helmrelease.state.ReleaseState;
import io.fluxj.runtime.events.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The action that a state asks for. Source: behaviour §3.4, §3.5.
 *
 * @param forced whether one install or upgrade was asked for by annotation
 */
public record NextAction(ReleaseWork work, boolean forced) {

    /** What to do in this state. */
    public Decision in(ReleaseState state) {
        return switch (state) {
            case ReleaseState.InSync _ -> inSync();
            case ReleaseState.Locked(Release release) -> act(new UnlockStep(work, release));
            case ReleaseState.Absent _ ->
                forced || !rules().ofInstall().isExhausted(status()) ? act(new InstallStep(work)) : exhausted();
            case ReleaseState.Unmanaged _ -> unmanaged();
            case ReleaseState.OutOfSync _ ->
                forced || !rules().ofUpgrade().isExhausted(status()) ? upgrade() : exhausted();
            case ReleaseState.Drifted(Drift drift) -> drifted(drift);
            case ReleaseState.Untested _ ->
                act(new TestStep(work, history().latest().orElseThrow()));
            case ReleaseState.Failed _ -> failed();
        };
    }

    private Decision inSync() {
        keep(history().truncated(rules().ignoresTests(status())));
        return forced ? upgrade() : new Decision.Rest();
    }

    private Decision drifted(Drift drift) {
        ReleaseSnapshot latest = history().latest().orElseThrow();
        work.site()
                .pass()
                .emit(
                        Severity.ERROR,
                        HelmReleaseReason.DRIFT_DETECTED,
                        Snapshots.drifted(latest, drift.lines()),
                        Map.of());
        boolean corrects = rules().spec().driftDetection() != null
                && rules().spec().driftDetection().mode() != null
                && rules().spec().driftDetection().mode().is(DriftDetectionMode.ENABLED);
        return corrects ? act(new CorrectDriftStep(work, drift, latest)) : new Decision.Rest();
    }

    private Decision unmanaged() {
        boolean resumed = new UnseenEnd(work).isUnfinishedInstall();
        keep(new History(List.of()));
        return resumed ? act(new ResumedInstallStep(work)) : upgrade();
    }

    private Decision failed() {
        Optional<Remediation> active = rules().active(status());
        boolean fresh = active.isEmpty() || active.get().failures(status()) == 0;
        if (forced || fresh || rules().retry(status()).isPresent()) {
            return upgrade();
        }
        return remedied(active.get());
    }

    private Decision remedied(Remediation remediation) {
        if (remediation.isExhausted(status()) && !remediation.remediatesLast()) {
            return exhausted();
        }
        keep(history().truncated(remediation.ignoresTests()));
        return switch (remediation.strategy()) {
            case ROLLBACK -> rolledBack(remediation);
            case UNINSTALL ->
                act(new UninstallRemediationStep(work, history().latest().orElseThrow()));
        };
    }

    /** What was gone back to must still be there as it was; else only a new upgrade helps. */
    private Decision rolledBack(Remediation remediation) {
        Optional<ReleaseSnapshot> back = history().previousGood(remediation.ignoresTests());
        if (back.isEmpty()) {
            return new Decision.GiveUp(
                    HelmReleaseReason.MISSING_ROLLBACK_TARGET,
                    "Failed to perform remediation: missing target release for rollback: cannot remediate failed release");
        }
        return isStored(back.get()) ? act(new RollbackStep(work, back.get())) : upgrade();
    }

    private boolean isStored(ReleaseSnapshot seen) {
        return work.site()
                .actions(Notices.NONE, _ -> {})
                .history()
                .find(new ReleaseKey(seen.name(), seen.namespace(), Math.toIntExact(seen.version())))
                .filter(release -> Snapshots.isOf(seen, release))
                .isPresent();
    }

    /** Said by {@link Exhaustion}, whose counter is that of what was tried last. */
    private Decision exhausted() {
        return Exhaustion.of(work.site());
    }

    private Decision upgrade() {
        return act(new UpgradeStep(work));
    }

    private static Decision act(ReleaseStep step) {
        return new Decision.Act(step);
    }

    private ReleaseRules rules() {
        return work.site().rules();
    }

    private HelmReleaseStatus status() {
        return work.site().status();
    }

    private History history() {
        return work.site().history();
    }

    private void keep(History history) {
        work.site().keep(history);
    }
}
