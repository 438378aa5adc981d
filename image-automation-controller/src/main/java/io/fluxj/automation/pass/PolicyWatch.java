package io.fluxj.automation.pass;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageReference;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.start.KindWatch;
import io.fluxj.runtime.watch.ArrivingKind;
import io.fluxj.runtime.watch.Index;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What automations are about: another choice of a policy wakes those of its namespace, another spec of a GitRepository those that work on it. Source: behaviour §6.
 */
public final class PolicyWatch {
    private final EventSourceContext<ImageUpdateAutomation> context;
    private final ArrivingKind<ImagePolicy, ImageUpdateAutomation> policies;
    private final ArrivingKind<GitRepository, ImageUpdateAutomation> repositories;

    /** Watches nothing before its event sources are started. */
    public PolicyWatch(KindWatch<ImageUpdateAutomation> own) {
        this.context = own.context();
        Index<ImageUpdateAutomation, String> byNamespace = Index.of(
                context.getPrimaryCache(),
                "fluxj-namespace",
                automation -> List.of(automation.getMetadata().getNamespace()));
        Index<ImageUpdateAutomation, SourceName> bySource =
                Index.of(context.getPrimaryCache(), "fluxj-source", automation -> List.of(source(automation)));
        this.policies = new ArrivingKind<>(
                InformerEventSourceConfiguration.from(ImagePolicy.class, ImageUpdateAutomation.class)
                        .withName("image-policies")
                        .withNamespacesInheritedFromController()
                        .withSecondaryToPrimaryMapper(policy ->
                                ids(byNamespace.users(policy.getMetadata().getNamespace())))
                        .<ImageUpdateAutomation>withPrimaryToSecondaryMapper(_ -> Set.of())
                        .withOnUpdateFilter((after, before) -> !Objects.equals(latest(after), latest(before)))
                        .build(),
                context);
        this.repositories = new ArrivingKind<>(
                InformerEventSourceConfiguration.from(GitRepository.class, ImageUpdateAutomation.class)
                        .withName("git-repositories")
                        .withNamespacesInheritedFromController()
                        .withSecondaryToPrimaryMapper(repository -> ids(bySource.users(SourceName.of(repository))))
                        .<ImageUpdateAutomation>withPrimaryToSecondaryMapper(_ -> Set.of())
                        .withOnUpdateFilter((after, before) -> !Objects.equals(after.getSpec(), before.getSpec()))
                        .withOnDeleteFilter((_, _) -> false)
                        .build(),
                context);
    }

    private static Set<ResourceID> ids(List<? extends HasMetadata> automations) {
        return automations.stream().map(ResourceID::fromResource).collect(Collectors.toSet());
    }

    static SourceName source(ImageUpdateAutomation automation) {
        var ref = automation.getSpec().sourceRef();
        return SourceName.of(automation, ref.kind().text(), ref.namespace(), ref.name());
    }

    static @Nullable ImageReference latest(ImagePolicy policy) {
        return policy.getStatus() == null ? null : policy.getStatus().latestRef();
    }

    /** What wakes automations. */
    public List<EventSource<?, ImageUpdateAutomation>> eventSources() {
        return List.of(policies, repositories);
    }

    /** The policies of a namespace. */
    List<ImagePolicy> policies(String namespace) {
        return policies.list(namespace, _ -> true).toList();
    }

    /** A GitRepository, also one that the watch has not seen yet or never will. */
    Optional<GitRepository> repository(SourceName name) {
        return repositories
                .get(new ResourceID(name.name(), name.namespace()))
                .or(() -> Optional.ofNullable(context.getClient()
                        .resources(GitRepository.class)
                        .inNamespace(name.namespace())
                        .withName(name.name())
                        .get()));
    }
}
