package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionFailure;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;

/** Uninstalls the release that the history tells of: its object is deleted, or wants it elsewhere. Source: behaviour §3.9. */
public record Uninstalling(ReleaseSite site, boolean helm3) {

    /** Returns when it is gone, or never was. */
    public void run(ReleaseSnapshot latest) throws Failure {
        Attempt attempt = Attempt.at(site, actions -> actions.uninstall()
                .run(latest.name(), new ActionSettings(site.rules(), helm3).ofUninstall())
                .release());
        Observations.Entering how = new Observations.Entering("uninstall", Snapshots.ociDigest(latest), true);
        site.keep(attempt.stored().in(site.history(), site.snapshots(), how));
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        if (attempt.failed().isEmpty()) {
            succeeded(
                    latest,
                    "Helm uninstall succeeded for release %s with chart %s"
                            .formatted(Snapshots.fullName(latest), Snapshots.chart(latest)));
            return;
        }
        if (attempt.failed().get() instanceof ActionException e) {
            if (e.failure() instanceof ActionFailure.NotFound) {
                gone("Release %s was not found, assuming it is uninstalled".formatted(Snapshots.fullName(latest)));
                return;
            }
            if (e.failure() instanceof ActionFailure.AlreadyDeleted) {
                gone("Release %s was already uninstalled".formatted(Snapshots.fullName(latest)));
                return;
            }
        }
        throw failed(latest, attempt);
    }

    private void succeeded(ReleaseSnapshot latest, String message) {
        gone(message);
        Told.of(site.pass(), latest).info(HelmReleaseReason.UNINSTALL_SUCCEEDED, message);
    }

    private void gone(String message) {
        new ReleaseInventory(site).clear();
        site.conditions().markFalse(HelmReleaseCondition.RELEASED, HelmReleaseReason.UNINSTALL_SUCCEEDED, message);
        site.summarise();
    }

    private Retryable failed(ReleaseSnapshot latest, Attempt attempt) {
        String message = "Helm uninstall failed for release %s with chart %s: %s"
                .formatted(Snapshots.fullName(latest), Snapshots.chart(latest), attempt.why());
        site.pass().update(Deployment::oneFailureMore);
        site.conditions().markFalse(HelmReleaseCondition.RELEASED, HelmReleaseReason.UNINSTALL_FAILED, message);
        site.summarise();
        Told.of(site.pass(), latest)
                .error(
                        HelmReleaseReason.UNINSTALL_FAILED,
                        message + attempt.log().appendix());
        return Retryable.of(HelmReleaseReason.UNINSTALL_FAILED, message).quietly();
    }
}
