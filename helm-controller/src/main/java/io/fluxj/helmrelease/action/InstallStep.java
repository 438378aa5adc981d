package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.History;
import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;
import java.util.List;

/** Installs a release; a history of others ends with it. */
record InstallStep(ReleaseWork work) implements ReleaseStep {

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
        return new ActionSettings(work.site().rules(), work.helm3()).ofInstall();
    }

    @Override
    public void run() throws Failure {
        work.site().keep(new History(List.of()));
        Deployment deployment = deployment();
        deployment.run(actions -> actions.install().run(deployment.wanted(), options()));
    }

    Deployment deployment() {
        return new Deployment(
                work,
                ReleaseAction.INSTALL,
                HelmReleaseReason.INSTALL_SUCCEEDED,
                HelmReleaseReason.INSTALL_FAILED,
                work.site().rules().ofInstall());
    }
}
