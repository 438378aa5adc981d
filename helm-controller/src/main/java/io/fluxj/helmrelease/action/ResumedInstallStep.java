package io.fluxj.helmrelease.action;

import io.fluxj.helm.action.ActionOptions;
import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;

/**
 * Brings an install to its end that died with its process. Its record is there, so that Helm can only upgrade it; but nothing was ever released, so it is told, and
 * remediated, as the install that it is.
 */
record ResumedInstallStep(ReleaseWork work) implements ReleaseStep {

    @Override
    public String name() {
        return "install";
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
        Deployment deployment = new InstallStep(work).deployment();
        deployment.run(actions -> actions.upgrade().run(deployment.wanted(), options()));
    }
}
