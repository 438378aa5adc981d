package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.kustomization.KustomizationReferences;
import io.fluxj.kustomization.source.SourceSet;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourceStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done with a Kustomization, step by step. */
public final class KustomizationReconciliation implements Reconciliation<Kustomization, KustomizationStatus> {

    /** A net: looking up a source asks the watch, or the API server once. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private final SpecStep spec;
    private final SourceStep<Kustomization> sources;
    private final Steps steps;
    private final PlanStep plan;
    private final Report report;

    KustomizationReconciliation(
            SpecStep spec, SourceStep<Kustomization> sources, Steps steps, PlanStep plan, Report report) {
        this.spec = spec;
        this.sources = sources;
        this.steps = steps;
        this.plan = plan;
        this.report = report;
    }

    @Override
    public KindRules<Kustomization, KustomizationStatus> rules() {
        return new KindRules<>(
                Kustomization.class,
                KustomizationStatus.class,
                "gotk-kustomize-controller",
                Set.of("Ready", "Reconciling", "Stalled", HealthStep.HEALTHY),
                object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                KustomizationReconciliation::retry,
                ReadyRule.direct("Reconciliation in progress"));
    }

    /** What fails before the spec was looked at must not fail again because its times cannot be read. */
    private static RetryPolicy retry(Kustomization object) {
        Optional<Duration> retry = Timings.knownRetry(object.getSpec());
        return object.isMarkedForDeletion() || retry.isEmpty() ? RetryPolicy.backoff() : RetryPolicy.fixed(retry.get());
    }

    @Override
    public Outcome reconcile(Pass<Kustomization, KustomizationStatus> pass) throws Failure, InterruptedException {
        sources.begin(pass.object());
        try {
            return proceed(begin(pass));
        } finally {
            sources.end(pass.object());
        }
    }

    private Work begin(Pass<Kustomization, KustomizationStatus> pass) throws Failure, InterruptedException {
        Instant started = report.now();
        pass.step("readSpec", () -> spec.read(pass));
        SourceSet from = pass.step("resolveSource", LOOKING_UP, () -> resolve(pass.object()));
        Work work = new Work(pass, from, started, new Concealment(pass));
        pass.annotateEvents(report.metadata(work));
        return work;
    }

    private SourceSet resolve(Kustomization object) throws Failure {
        List<ResolvedSource> found = new ArrayList<>();
        for (SourceName name : KustomizationReferences.sources(object)) {
            found.add(sources.resolve(object, name, Timings.retry(object.getSpec())));
        }
        return new SourceSet(found);
    }

    private Outcome proceed(Work work) throws Failure, InterruptedException {
        Pass<Kustomization, KustomizationStatus> pass = work.pass();
        pass.step("requireDependencies", () -> steps.dependencies().requireReady(pass, work::leavesBehind));
        ToApply wanted = pass.step("build", () -> steps.build().build(work));
        if (PlanStep.isWanted(work.object())) {
            return pass.step("plan", () -> plan.plan(work, wanted));
        }
        ApplyStep.Applied applied;
        try {
            applied = pass.step("apply", () -> steps.apply().apply(work, wanted));
            pass.step("prune", () -> steps.prune().prune(work, wanted.target(), applied));
            pass.step("awaitHealth", () -> steps.health().awaitHealth(work, wanted, applied));
        } catch (Failure failure) {
            Failure told =
                    Reworded.of(failure, text -> work.concealed(wanted.target().explained(text)));
            report.failed(work, wanted.manifests(), told);
            throw told;
        }
        return report.succeeded(work, wanted.manifests(), applied.changes().changedAnything());
    }

    @Override
    public void cleanUp(Pass<Kustomization, KustomizationStatus> pass) throws Failure, InterruptedException {
        Kustomization object = pass.object();
        Instant started = report.now();
        pass.annotateEvents(Report.metadata(pass.status()));
        if (!rules().suspended().test(object)) {
            steps.apply().forget(object);
            pass.step("delete", () -> steps.deletion().delete(pass));
            report.deleted(pass, started);
        }
    }

    @Override
    public void forget(Kustomization object) {
        spec.forget(object);
        steps.build().forget(object);
        steps.apply().forget(object);
        report.forget(object);
        steps.targets().forget(object);
        steps.dependencies().forget(object);
    }
}
