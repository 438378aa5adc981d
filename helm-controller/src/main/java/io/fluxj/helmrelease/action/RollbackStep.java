package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
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
        enter(attempt.stored());
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        if (attempt.failed().isPresent()) {
            tellFailure(what() + "failed: " + attempt.why(), Told.of(site.pass(), failed), attempt);
        } else {
            tellSuccess(failed);
        }
    }

    /** Takes over what an earlier process did and could not tell. */
    void adopt(Observations found) {
        ReleaseSnapshot failed = work.site().history().latest().orElse(back);
        enter(found);
        tellSuccess(failed);
    }

    private void enter(Observations stored) {
        ReleaseSite site = work.site();
        Observations.Entering how = new Observations.Entering(name(), Snapshots.ociDigest(back), true);
        site.keep(stored.in(site.history(), site.snapshots(), how));
        stored.newest().ifPresent(release -> new ReleaseInventory(site).keep(release, Optional.empty()));
    }

    private String what() {
        return "Helm rollback to previous release %s with chart %s "
                .formatted(Snapshots.fullName(back), Snapshots.chart(back));
    }

    private void tellSuccess(ReleaseSnapshot failed) {
        ReleaseSite site = work.site();
        String message = what() + "succeeded";
        site.conditions().markTrue(HelmReleaseCondition.REMEDIATED, HelmReleaseReason.ROLLBACK_SUCCEEDED, message);
        site.summarise();
        Told.of(site.pass(), failed).info(HelmReleaseReason.ROLLBACK_SUCCEEDED, message);
    }

    private void tellFailure(String message, Told told, Attempt attempt) throws Retryable {
        ReleaseSite site = work.site();
        site.pass().update(Deployment::oneFailureMore);
        site.conditions().markFalse(HelmReleaseCondition.REMEDIATED, HelmReleaseReason.ROLLBACK_FAILED, message);
        site.summarise();
        told.error(HelmReleaseReason.ROLLBACK_FAILED, message + attempt.log().appendix());
        if (attempt.isUnanswered()) {
            throw Retryable.of(HelmReleaseReason.ROLLBACK_FAILED, message).quietly();
        }
    }
}
