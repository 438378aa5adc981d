package io.fluxj.reflector.policy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.meta.NamespacedObjectReference;
import io.fluxj.reflector.tags.TagOwner;
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

/** ImageRepositories: other tags, and another right to use them, wake the policies that choose among them. Source: behaviour §5.2. */
public final class RepositoryWatch {
    private final EventSourceContext<ImagePolicy> context;
    private final ArrivingKind<ImageRepository, ImagePolicy> repositories;

    /** Watches nothing before its event source is started. */
    public RepositoryWatch(KindWatch<ImagePolicy> own) {
        this.context = own.context();
        Index<ImagePolicy, TagOwner> users =
                Index.of(context.getPrimaryCache(), "fluxj-image-repository", policy -> List.of(repository(policy)));
        var configuration = InformerEventSourceConfiguration.from(ImageRepository.class, ImagePolicy.class)
                .withName("image-repositories")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(repository -> policies(users, repository))
                .<ImagePolicy>withPrimaryToSecondaryMapper(_ -> Set.of())
                .withOnUpdateFilter(RepositoryWatch::isNews)
                .withOnDeleteFilter((_, _) -> false)
                .build();
        this.repositories = new ArrivingKind<>(configuration, context);
    }

    /** The repository that a policy names. */
    static TagOwner repository(ImagePolicy policy) {
        NamespacedObjectReference named = policy.getSpec().imageRepositoryRef();
        String namespace = Objects.requireNonNullElse(named.namespace(), "");
        return new TagOwner(namespace.isEmpty() ? policy.getMetadata().getNamespace() : namespace, named.name());
    }

    private static Set<ResourceID> policies(Index<ImagePolicy, TagOwner> users, HasMetadata repository) {
        return users.users(TagOwner.of(repository)).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private static boolean isNews(ImageRepository after, ImageRepository before) {
        return !Objects.equals(revision(after), revision(before))
                || !Objects.equals(
                        after.getSpec().accessFrom(), before.getSpec().accessFrom());
    }

    private static @Nullable String revision(ImageRepository repository) {
        return repository.getStatus() == null || repository.getStatus().lastScanResult() == null
                ? null
                : repository.getStatus().lastScanResult().revision();
    }

    /** What wakes policies. */
    public List<EventSource<?, ImagePolicy>> eventSources() {
        return List.of(repositories);
    }

    /** A repository, also one that the watch has not seen yet or never will. */
    Optional<ImageRepository> find(TagOwner name) {
        return repositories
                .get(new ResourceID(name.name(), name.namespace()))
                .or(() -> Optional.ofNullable(context.getClient()
                        .resources(ImageRepository.class)
                        .inNamespace(name.namespace())
                        .withName(name.name())
                        .get()));
    }
}
