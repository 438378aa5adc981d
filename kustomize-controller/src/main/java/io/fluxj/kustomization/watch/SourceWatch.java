package io.fluxj.kustomization.watch;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.kustomization.source.SourceName;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** GitRepositories: a new revision wakes the Kustomizations built from it and ends their health checks. */
final class SourceWatch {

    private final KustomizationIndex kustomizations;
    private final Triggers<Kustomization> triggers;
    private final Attempts attempts;

    SourceWatch(KustomizationIndex kustomizations, Triggers<Kustomization> triggers, Attempts attempts) {
        this.kustomizations = kustomizations;
        this.triggers = triggers;
        this.attempts = attempts;
    }

    InformerEventSource<GitRepository, Kustomization> eventSource(EventSourceContext<Kustomization> context) {
        var configuration = InformerEventSourceConfiguration.from(GitRepository.class, Kustomization.class)
                .withName("git-repositories")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(this::wake)
                .<Kustomization>withPrimaryToSecondaryMapper(SourceWatch::sourceOf)
                .withOnUpdateFilter((after, before) -> !Objects.equals(revision(after), revision(before)))
                .withOnDeleteFilter((object, stateUnknown) -> false)
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private static Set<ResourceID> sourceOf(Kustomization object) {
        SourceName name = SourceName.of(object);
        return Set.of(new ResourceID(name.name(), name.namespace()));
    }

    private Set<ResourceID> wake(GitRepository repository) {
        String revision = revision(repository);
        if (revision == null) {
            return Set.of();
        }
        SourceName name = new SourceName(
                "GitRepository",
                repository.getMetadata().getNamespace(),
                repository.getMetadata().getName());
        Set<ResourceID> outdated = kustomizations.usingSource(name).stream()
                .filter(object -> !isReadyAt(object, revision))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
        outdated.stream()
                .filter(id -> attempts.arrived(id, revision))
                .forEach(id -> triggers.fire(id, name.toString()));
        return outdated;
    }

    private static @Nullable String revision(GitRepository repository) {
        Artifact artifact =
                repository.getStatus() == null ? null : repository.getStatus().artifact();
        return artifact == null ? null : artifact.revision();
    }

    private static boolean isReadyAt(Kustomization object, String revision) {
        return object.getStatus() != null
                && revision.equals(object.getStatus().lastAttemptedRevision())
                && object.getStatus().conditions().stream().anyMatch(SourceWatch::isReady);
    }

    private static boolean isReady(Condition condition) {
        return condition.type().equals("Ready") && condition.status().is(ConditionStatus.TRUE);
    }
}
