package io.fluxj.runtime.scripted;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Scripts by the rules of the two kinds that differ most. */
public final class Scripts {
    private Scripts() {}

    /** Ready is a summary, failures back off. */
    public static Script<GitRepository, GitRepositoryStatus> gitRepositories(
            Script.Steps<GitRepository, GitRepositoryStatus> steps) {
        return new Script<>(
                new KindRules<>(
                        GitRepository.class,
                        GitRepositoryStatus.class,
                        "source-controller",
                        Set.of("Ready", "Reconciling", "Stalled", "ArtifactInStorage", "FetchFailed", "SourceVerified"),
                        object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                        object -> RetryPolicy.backoff(),
                        ReadyRule.summary(List.of("FetchFailed"), List.of("ArtifactInStorage", "SourceVerified"))),
                steps);
    }

    /** Ready is what the pass says, failures are tried again after a fixed time. */
    public static Script<Kustomization, KustomizationStatus> kustomizations(
            Duration retry, Script.Steps<Kustomization, KustomizationStatus> steps) {
        return new Script<>(
                new KindRules<>(
                        Kustomization.class,
                        KustomizationStatus.class,
                        "gotk-kustomize-controller",
                        Set.of("Ready", "Reconciling", "Stalled", "Healthy"),
                        object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                        object -> RetryPolicy.fixed(retry),
                        ReadyRule.direct("Reconciliation in progress")),
                steps);
    }

    /** As of an extension: suspended by an annotation, no generation in its status. */
    public static Script<ArtifactGenerator, ArtifactGeneratorStatus> generators(
            Script.Steps<ArtifactGenerator, ArtifactGeneratorStatus> steps) {
        return new Script<>(
                new KindRules<>(
                        ArtifactGenerator.class,
                        ArtifactGeneratorStatus.class,
                        "source-watcher",
                        Set.of("Ready", "Reconciling", "Stalled"),
                        object -> object.getMetadata().getAnnotations() != null
                                && object.getMetadata().getAnnotations().containsKey("test/suspended"),
                        object -> RetryPolicy.backoff(),
                        ReadyRule.direct("Reconciliation in progress")),
                steps);
    }

    /** Nothing is written but the finalizer, failures back off. */
    public static Script<Provider, Void> providers(Script.Steps<Provider, Void> steps) {
        return new Script<>(
                KindRules.withoutStatus(
                        Provider.class,
                        "notification-controller",
                        object -> Boolean.TRUE.equals(object.getSpec().suspend()),
                        object -> RetryPolicy.backoff()),
                steps);
    }
}
