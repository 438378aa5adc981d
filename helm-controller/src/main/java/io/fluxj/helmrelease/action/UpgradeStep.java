package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;

/** Upgrades a release, be it one that somebody else made. */
record UpgradeStep(ReleaseWork work) implements ReleaseStep {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public Turn turn() {
        return Turn.RELEASE;
    }

    @Override
    public Duration timeout() {
        return options().timeout();
    }

    private ActionOptions options() {
        return new ActionSettings(work.site().rules(), work.helm3()).ofUpgrade();
    }

    @Override
    public void run() throws Failure {
        Deployment deployment = deployment();
        deployment.run(actions -> actions.upgrade().run(deployment.wanted(), options()));
    }

    Deployment deployment() {
        return new Deployment(
                work,
                ReleaseAction.UPGRADE,
                HelmReleaseReason.UPGRADE_SUCCEEDED,
                HelmReleaseReason.UPGRADE_FAILED,
                work.site().rules().ofUpgrade());
    }
}
