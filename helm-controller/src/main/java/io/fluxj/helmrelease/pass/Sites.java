package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.Waits;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.action.ReleaseSite;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.release.ReleaseTarget;
import io.fluxj.helmrelease.rules.ReleasePolicy;
import io.fluxj.helmrelease.rules.ReleaseRules;
import io.fluxj.runtime.apply.PassWaits;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.target.TargetCluster;
import java.time.Clock;

/**
 * Makes the places where passes act.
 *
 * @param policy what counts for all releases
 * @param anyTriggerEnds whether any newer trigger ends a wait, or only a newer spec
 */
record Sites(Snapshots snapshots, HealthExpressions health, Clock clock, ReleasePolicy policy, boolean anyTriggerEnds) {

    /** Namespaces of a release. */
    record Where(String storage, String namespace) {}

    /** What is done there ends when something newer comes. */
    ReleaseSite of(Pass<HelmRelease, HelmReleaseStatus> pass, TargetCluster cluster, Where where) throws Stalled {
        HealthRules rules = health.rules(pass.object().getSpec().healthCheckExprs());
        return of(pass, cluster, where, new Waiting(rules, waits(pass)));
    }

    /** For the end of an object: what is done there is done to the end, whatever came of expressions in its spec. */
    ReleaseSite atTheEnd(Pass<HelmRelease, HelmReleaseStatus> pass, TargetCluster cluster, Where where) {
        return of(pass, cluster, where, new Waiting(HealthRules.standard(), PassWaits.toTheEnd(pass)));
    }

    private record Waiting(HealthRules rules, Waits waits) {}

    private ReleaseSite of(
            Pass<HelmRelease, HelmReleaseStatus> pass, TargetCluster cluster, Where where, Waiting waiting) {
        ReleaseRules rules = new ReleaseRules(pass.object().getSpec(), policy);
        ReleaseTarget target = new ReleaseTarget(
                cluster.cluster(),
                where.storage(),
                where.namespace(),
                rules.maxHistory(),
                waiting.rules(),
                waiting.waits(),
                Own.MANAGER);
        return new ReleaseSite(pass, target, rules, snapshots, clock);
    }

    private Waits waits(Pass<HelmRelease, HelmReleaseStatus> pass) {
        CancelSignal cancel = new CancelSignal();
        var newer = anyTriggerEnds ? pass.superseded() : pass.outdated();
        var _ = newer.thenAccept(cancel::fire);
        return new PassWaits(pass, cancel);
    }
}
