package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ArtifactGenerator's steps: {@code checkSpec → resolveSources → detectDrift → fetchSources → build → publish}. Source: behaviour §7. */
final class ArtifactGeneratorReconciliation implements Reconciliation<ArtifactGenerator, ArtifactGeneratorStatus> {
    private static final String IN_PROGRESS = "Reconciliation in progress";

    private final Steps steps;
    private final Duration limit;

    /** What is done, in this order. */
    record Steps(
            SpecCheck spec,
            SourcesStep sources,
            DriftStep drift,
            FetchStep fetch,
            BuildStep build,
            PublishStep publish) {}

    /**
     * @param limit of building, {@code --reconciliation-timeout}
     */
    ArtifactGeneratorReconciliation(Steps steps, Duration limit) {
        this.steps = steps;
        this.limit = limit;
    }

    @Override
    public KindRules<ArtifactGenerator, ArtifactGeneratorStatus> rules() {
        return new KindRules<>(
                ArtifactGenerator.class,
                ArtifactGeneratorStatus.class,
                ExternalArtifacts.MANAGER,
                Set.of(ConditionType.READY, ConditionType.RECONCILING, ConditionType.STALLED),
                GeneratorAnnotations::isSuspended,
                object -> RetryPolicy.backoff(),
                ReadyRule.direct(IN_PROGRESS));
    }

    @Override
    public Outcome reconcile(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass)
            throws Failure, InterruptedException {
        try {
            pass.step("checkSpec", () -> steps.spec().check(pass.object()));
            ObservedSources sources =
                    pass.step("resolveSources", () -> steps.sources().observe(pass.object()));
            if (pass.step("detectDrift", () -> steps.drift().find(pass, sources))
                    .isEmpty()) {
                return PublishStep.keep(pass);
            }
            pass.progress(IN_PROGRESS);
            return make(pass, sources);
        } catch (Waiting missing) {
            throw isNews(pass, missing) ? missing.announcing(Severity.ERROR, missing.message()) : missing;
        }
    }

    private Outcome make(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, ObservedSources sources)
            throws Failure, InterruptedException {
        Built built;
        try (FetchedSources fetched =
                pass.step("fetchSources", () -> steps.fetch().fetch(pass, sources))) {
            built = pass.step("build", limit, () -> steps.build().build(pass.object(), fetched));
        }
        return pass.step("publish", () -> steps.publish().publish(pass, built, sources.digest()));
    }

    /** The same is not told every few seconds. */
    private static boolean isNews(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, Waiting missing) {
        return pass.previousConditions().stream()
                .noneMatch(mark -> mark.type().equals(ConditionType.READY)
                        && mark.message().equals(missing.message()));
    }

    @Override
    public void suspended(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass) {
        if (pass.conditions().get(ConditionType.READY).isEmpty()) {
            pass.conditions()
                    .markTrue(
                            ConditionType.READY,
                            GeneratorReason.RECONCILIATION_DISABLED,
                            "Initialized with reconciliation suspended");
        } else {
            pass.emit(
                    Severity.WARNING, GeneratorReason.RECONCILIATION_DISABLED, "Reconciliation is disabled", Map.of());
        }
    }

    @Override
    public void cleanUp(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass) throws Failure {
        steps.publish()
                .removing()
                .remove(
                        pass,
                        List.copyOf(Inventory.of(pass.object()).artifacts().values()));
    }

    @Override
    public void forget(ArtifactGenerator object) {
        // nothing is kept from pass to pass
    }
}
