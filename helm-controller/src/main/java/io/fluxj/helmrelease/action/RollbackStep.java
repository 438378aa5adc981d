package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * Goes back to a release that worked, after one that did not.
 *
 * @param back which one
 */
record RollbackStep(ReleaseWork work, ReleaseSnapshot back) implements ReleaseStep {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public Turn turn() {
        return Turn.REMEDIATE;
    }

    @Override
    public Duration timeout() {
        return options().timeout();
    }

    private ActionOptions options() {
        return new ActionSettings(work.site().rules(), work.helm3()).ofRollback();
    }

    @Override
    public void run() throws Failure {
        ReleaseSite site = work.site();
        ReleaseSnapshot failed = site.history().latest().orElse(back);
        Attempt attempt = Attempt.at(
                site, actions -> actions.rollback().run(back.name(), Math.toIntExact(back.version()), options()));
        Observations.Entering how = new Observations.Entering(name(), Snapshots.ociDigest(back), true);
        site.keep(attempt.stored().in(site.history(), site.snapshots(), how));
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        String what = "Helm rollback to previous release %s with chart %s "
                .formatted(Snapshots.fullName(back), Snapshots.chart(back));
        attempt.stored().newest().ifPresent(release -> new ReleaseInventory(site).keep(release, Optional.empty()));
        if (attempt.failed().isPresent()) {
            tellFailure(what + "failed: " + attempt.why(), Told.of(site.pass(), failed), attempt);
        } else {
            site.conditions()
                    .markTrue(
                            HelmReleaseCondition.REMEDIATED, HelmReleaseReason.ROLLBACK_SUCCEEDED, what + "succeeded");
            site.summarise();
            Told.of(site.pass(), failed).info(HelmReleaseReason.ROLLBACK_SUCCEEDED, what + "succeeded");
        }
    }

    private void tellFailure(String message, Told told, Attempt attempt) {
        ReleaseSite site = work.site();
        site.pass().update(Deployment::oneFailureMore);
        site.conditions().markFalse(HelmReleaseCondition.REMEDIATED, HelmReleaseReason.ROLLBACK_FAILED, message);
        site.summarise();
        told.error(HelmReleaseReason.ROLLBACK_FAILED, message + attempt.log().appendix());
    }
}
