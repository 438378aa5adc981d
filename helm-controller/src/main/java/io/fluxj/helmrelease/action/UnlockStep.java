package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Duration;

/**
 * Frees a release whose last action was ended before it could say how it went.
 *
 * @param locked its last record
 */
record UnlockStep(ReleaseWork work, Release locked) implements ReleaseStep {

    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public Turn turn() {
        return Turn.UNLOCK;
    }

    @Override
    public Duration timeout() {
        return work.site().rules().timeout(null);
    }

    @Override
    public void run() throws Failure {
        ReleaseSite site = work.site();
        ReleaseSnapshot seen = site.snapshots().of(locked, "", null);
        Attempt attempt =
                Attempt.at(site, actions -> actions.unlock().run(locked.key().name()));
        Observations.Entering how = new Observations.Entering(name(), "", true);
        if (!site.history().entries().isEmpty()) {
            site.keep(attempt.stored().in(site.history(), site.snapshots(), how));
        }
        if (attempt.failed().isPresent()) {
            throw failed(attempt, seen);
        }
        String message = "Unlocked Helm release %s with chart %s in %s state"
                .formatted(Snapshots.fullName(seen), Snapshots.chart(seen), seen.status());
        if (!isRemediated(site)) {
            site.conditions().markFalse(HelmReleaseCondition.RELEASED, HelmReleaseReason.PENDING_RELEASE, message);
            site.summarise();
        }
        Told.of(site.pass(), seen).info(HelmReleaseReason.PENDING_RELEASE, message);
    }

    /** What the release failed with stays said when only its removal was ended. */
    private boolean isRemediated(ReleaseSite site) {
        return locked.status() == ReleaseStatus.UNINSTALLING
                && site.conditions().isFalse(HelmReleaseCondition.RELEASED);
    }

    private Retryable failed(Attempt attempt, ReleaseSnapshot seen) {
        ReleaseSite site = work.site();
        String message = "Unlock of Helm release %s with chart %s in %s state failed: %s"
                .formatted(Snapshots.fullName(seen), Snapshots.chart(seen), seen.status(), attempt.why());
        site.conditions().markFalse(HelmReleaseCondition.RELEASED, HelmReleaseReason.PENDING_RELEASE, message);
        site.summarise();
        Told.of(site.pass(), seen)
                .error(
                        HelmReleaseReason.PENDING_RELEASE,
                        message + attempt.log().appendix());
        return Retryable.of(HelmReleaseReason.PENDING_RELEASE, message).quietly();
    }
}
