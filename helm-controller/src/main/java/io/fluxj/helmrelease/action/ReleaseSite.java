package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helm.Notices;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.history.History;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.release.HelmActions;
import io.fluxj.helmrelease.release.ReleaseTarget;
import io.fluxj.helmrelease.rules.ReleaseRules;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Pass;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Where a pass acts on a release.
 *
 * @param target the cluster, and where in it
 * @param rules of the spec
 * @param snapshots makes entries of the history
 * @param clock measures actions
 */
public record ReleaseSite(
        Pass<HelmRelease, HelmReleaseStatus> pass,
        ReleaseTarget target,
        ReleaseRules rules,
        Snapshots snapshots,
        Clock clock) {

    /** Helm's actions. */
    public HelmActions actions(Notices log, Consumer<Release> stored) {
        return HelmActions.of(target, rules.policy().hosts(), log, stored);
    }

    /** The status as it is by now. */
    public HelmReleaseStatus status() {
        return pass.status();
    }

    /** Its history. */
    public History history() {
        return History.of(status());
    }

    void keep(History history) {
        pass.update(history::in);
    }

    Conditions conditions() {
        return pass.conditions();
    }

    /** Ready as the other conditions make it. */
    public void summarise() {
        ReadySummary.of(pass, rules).mark();
    }
}
