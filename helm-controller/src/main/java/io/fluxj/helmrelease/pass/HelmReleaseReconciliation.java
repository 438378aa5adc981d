package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.PostRenderStrategy;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReferences;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.ReleasePlace;
import io.fluxj.helmrelease.action.Planning;
import io.fluxj.helmrelease.action.ReleaseLoop;
import io.fluxj.helmrelease.action.ReleaseSite;
import io.fluxj.helmrelease.action.ReleaseWork;
import io.fluxj.helmrelease.action.Uninstalling;
import io.fluxj.helmrelease.chart.LoadedChart;
import io.fluxj.helmrelease.history.History;
import io.fluxj.helmrelease.postrender.PostRendering;
import io.fluxj.helmrelease.values.ReleaseValues;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.target.TargetCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is done with a HelmRelease: what it needs, step by step; then one action after the other. */
public final class HelmReleaseReconciliation implements Reconciliation<HelmRelease, HelmReleaseStatus> {

    private final Steps steps;
    private final Sites sites;
    private final Deletion deletion;
    private final PlanMap plans;
    private final boolean helm3;

    HelmReleaseReconciliation(Steps steps, Sites sites, PlanMap plans, boolean helm3) {
        this.steps = steps;
        this.sites = sites;
        this.deletion = new Deletion(steps, sites, helm3);
        this.plans = plans;
        this.helm3 = helm3;
    }

    @Override
    public KindRules<HelmRelease, HelmReleaseStatus> rules() {
        return new KindRules<>(
                HelmRelease.class,
                HelmReleaseStatus.class,
                Own.MANAGER,
                HelmReleaseCondition.OWNED,
                object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                _ -> RetryPolicy.backoff(),
                ReadyRule.own());
    }

    @Override
    public Outcome reconcile(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        steps.sources().begin(pass.object());
        try {
            pass.step("keepChartObject", () -> steps.generated().keep(pass));
            new Marks(pass).begin();
            return proceed(pass);
        } finally {
            steps.sources().end(pass.object());
        }
    }

    private Outcome proceed(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        Marks marks = new Marks(pass);
        ReleaseWork work;
        try {
            work = prepared(pass);
        } catch (Failure missing) {
            marks.missing(missing);
            throw missing;
        }
        marks.fulfilled();
        Planning planning = new Planning(work, plans);
        return planning.isWanted() ? pass.step("plan", () -> planning.run()) : released(work);
    }

    private ReleaseWork prepared(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        HelmRelease object = pass.object();
        pass.step("requireDependencies", () -> steps.dependencies().requireReady(pass, _ -> false));
        ResolvedSource source = pass.step("resolveSource", () -> source(object));
        ReleaseValues values = pass.step("composeValues", () -> steps.values().compose(pass));
        LoadedChart chart = pass.step("loadChart", () -> steps.charts().load(pass, source));
        steps.unread().tell(pass, values, chart);
        TargetCluster cluster = pass.step("findTarget", () -> steps.targets().find(object));
        ReleasePlace place = ReleasePlace.of(object);
        ReleaseSite site = sites.of(pass, cluster, new Sites.Where(place.storage(), place.namespace()));
        if (!PlanMap.isWanted(object, Planning.MODE)) {
            moved(site, place, chart, cluster);
        }
        return new ReleaseWork(site, place, chart, values, postRendering(object), helm3);
    }

    private ResolvedSource source(HelmRelease object) throws Failure {
        SourceName name = HelmReleaseReferences.chart(object)
                .orElseThrow(() -> Stalled.terminal(
                        CommonReason.ARTIFACT_FAILED,
                        "invalid Chart reference: exactly one of spec.chart and spec.chartRef must be set"));
        return steps.sources().resolve(object, name, Duration.ZERO);
    }

    private PostRendering postRendering(HelmRelease object) {
        return PostRendering.of(
                object.getSpec(),
                Own.MARKERS.ownership(object).labels(),
                helm3 ? PostRenderStrategy.NOHOOKS : PostRenderStrategy.COMBINED);
    }

    /** A release that is not where it shall be goes first; the next pass begins as for a new object. */
    private void moved(ReleaseSite site, ReleasePlace place, LoadedChart chart, TargetCluster cluster)
            throws Failure, InterruptedException {
        Pass<HelmRelease, HelmReleaseStatus> pass = site.pass();
        Optional<TargetChange> change = TargetChange.of(
                pass.status(), site.rules().spec(), place, chart.chart().name());
        if (change.isEmpty()) {
            return;
        }
        Sites.Where where = new Sites.Where(
                String.valueOf(pass.status().storageNamespace()),
                change.get().latest().namespace());
        ReleaseSite former = sites.of(pass, cluster, where);
        pass.step("uninstall", () -> new Uninstalling(former, helm3)
                .run(change.get().latest()));
        pass.update(
                status -> Failures.forgotten(new History(List.of()).in(status)).withStorageNamespace(null));
        throw Waiting.on(
                CommonReason.PROGRESSING, "uninstalled: " + change.get().why(), Duration.ZERO);
    }

    private static Outcome released(ReleaseWork work) throws Failure, InterruptedException {
        Pass<HelmRelease, HelmReleaseStatus> pass = work.site().pass();
        Long generation = pass.object().getMetadata().getGeneration();
        Requests requests = new Requests(pass);
        if (requests.reset() || Failures.areOfAnother(pass.status(), generation, work.chart(), work.values())) {
            pass.update(Failures::forgotten);
        }
        Failures.Trying trying = new Failures.Trying(work.chart(), work.values(), work.place());
        pass.update(status -> Failures.trying(status, generation, trying));
        return new ReleaseLoop(work, requests.force()).run();
    }

    @Override
    public void cleanUp(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        if (!rules().suspended().test(pass.object())) {
            deletion.run(pass);
        }
    }

    @Override
    public void forget(HelmRelease object) {
        steps.generated().forget(object);
        steps.dependencies().forget(object);
        steps.targets().forget(object);
    }
}
