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

/**
 * Takes away a release that failed.
 *
 * @param failed which one
 */
record UninstallRemediationStep(ReleaseWork work, ReleaseSnapshot failed) implements ReleaseStep {

    @Override
    public String name() {
        return "uninstall";
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
        return new ActionSettings(work.site().rules(), work.helm3()).ofUninstall();
    }

    @Override
    public void run() throws Failure {
        ReleaseSite site = work.site();
        Attempt attempt = Attempt.at(
                site,
                actions -> actions.uninstall().run(failed.name(), options()).release());
        Observations.Entering how =
                new Observations.Entering("uninstall-remediation", Snapshots.ociDigest(failed), true);
        site.keep(attempt.stored().in(site.history(), site.snapshots(), how));
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        if (attempt.failed().isPresent()) {
            String message = what() + "failed: " + attempt.why();
            site.pass().update(Deployment::oneFailureMore);
            site.conditions().markFalse(HelmReleaseCondition.REMEDIATED, HelmReleaseReason.UNINSTALL_FAILED, message);
            Told.of(site.pass(), failed)
                    .error(
                            HelmReleaseReason.UNINSTALL_FAILED,
                            message + attempt.log().appendix());
            if (attempt.isUnanswered()) {
                throw Retryable.of(HelmReleaseReason.UNINSTALL_FAILED, message).quietly();
            }
        } else {
            tellSuccess();
        }
    }

    /** Also of what an earlier process did and could not tell. */
    void tellSuccess() {
        ReleaseSite site = work.site();
        String message = what() + "succeeded";
        site.conditions().markTrue(HelmReleaseCondition.REMEDIATED, HelmReleaseReason.UNINSTALL_SUCCEEDED, message);
        Told.of(site.pass(), failed).info(HelmReleaseReason.UNINSTALL_SUCCEEDED, message);
    }

    private String what() {
        return "Helm uninstall remediation for release %s with chart %s "
                .formatted(Snapshots.fullName(failed), Snapshots.chart(failed));
    }
}
