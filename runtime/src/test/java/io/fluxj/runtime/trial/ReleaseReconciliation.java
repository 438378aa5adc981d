package io.fluxj.runtime.trial;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ValuesReference;
import io.fluxj.api.meta.ValuesKind;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.dependency.DependencyPolicy;
import io.fluxj.runtime.dependency.DependencyRules;
import io.fluxj.runtime.dependency.DependencyStep;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.reference.References;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.source.SourceStep;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Source, dependencies and values of a release; timers are far away, so that only events wake it. */
record ReleaseReconciliation(
        SourceStep<HelmRelease> sources,
        DependencyStep<HelmRelease, HelmReleaseStatus> dependencies,
        SecretReader configs)
        implements Reconciliation<HelmRelease, HelmReleaseStatus> {

    private static final Duration FAR = Duration.ofHours(1);

    static ReleaseReconciliation of(
            Surroundings<HelmRelease, HelmReleaseStatus> surroundings,
            KubernetesClient client,
            boolean noCrossNamespaceRefs) {
        return new ReleaseReconciliation(
                surroundings.sources(new SourcePolicy(noCrossNamespaceRefs, true, FAR)),
                surroundings.dependencies(new DependencyPolicy(FAR, false, DependencyPolicy.Events.REASON)),
                new SecretReader(client));
    }

    static References<HelmRelease> references() {
        return new References<>(
                object -> List.of(source(object)),
                (_, _, _) -> false,
                object -> object.getSpec().valuesFrom().stream()
                        .map(from -> ConfigName.of(object, from.kind().text(), from.name()))
                        .toList(),
                new DependencyRules<>(
                        HelmRelease.class, object -> object.getSpec().dependsOn(), ReleaseReconciliation::observed));
    }

    private static SourceName source(HelmRelease object) {
        var chart = Objects.requireNonNull(object.getSpec().chartRef(), "spec.chart is not tried here");
        return SourceName.of(object, chart.kind().text(), chart.namespace(), chart.name());
    }

    private static DependencyRules.Observed observed(HelmRelease object) {
        return Optional.ofNullable(object.getStatus())
                .map(status -> new DependencyRules.Observed(status.observedGeneration(), status.conditions(), null))
                .orElse(DependencyRules.Observed.NOTHING);
    }

    @Override
    public KindRules<HelmRelease, HelmReleaseStatus> rules() {
        return new KindRules<>(
                HelmRelease.class,
                HelmReleaseStatus.class,
                "helm-controller",
                Set.of("Ready", "Reconciling", "Stalled"),
                object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                _ -> RetryPolicy.fixed(FAR),
                ReadyRule.direct("reconciliation in progress"));
    }

    @Override
    public Outcome reconcile(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        HelmRelease object = pass.object();
        sources.begin(object);
        try {
            ResolvedSource chart = pass.step("resolveSource", FAR, () -> sources.resolve(object, source(object), FAR));
            pass.step("requireDependencies", () -> dependencies.requireReady(pass, _ -> false));
            pass.step("readValues", () -> requireValues(object));
            return Outcome.ready(CommonReason.SUCCEEDED, "would install " + chart.revision(), FAR);
        } finally {
            sources.end(object);
        }
    }

    private void requireValues(HelmRelease object) throws Waiting {
        for (ValuesReference from : object.getSpec().valuesFrom()) {
            String namespace = object.getMetadata().getNamespace();
            boolean found = from.kind().is(ValuesKind.SECRET)
                    ? configs.secret(namespace, from.name()).isPresent()
                    : configs.configMap(namespace, from.name()).isPresent();
            if (!found) {
                throw Waiting.on(CommonReason.FAILED, "no values: " + from.name(), FAR);
            }
        }
    }

    @Override
    public void cleanUp(Pass<HelmRelease, HelmReleaseStatus> pass) {}

    @Override
    public void forget(HelmRelease object) {
        dependencies.forget(object);
    }
}
