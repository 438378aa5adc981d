package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.watch.ArrivingKind;
import io.fluxj.runtime.watch.RunningPasses;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Set;

/** Sources: a new revision wakes the objects made from it and ends passes that work on another. */
public final class SourceWatch<R extends HasMetadata> {

    private final WatchedSources sources;
    private final SourceUsers<R> users;
    private final Attempts attempts;
    private final RunningPasses passes;
    private final SourceNews news;

    /** Fills {@code sources}; objects hear of what their sources offer. */
    public SourceWatch(WatchedSources sources, SourceUsers<R> users, Attempts attempts, RunningPasses passes) {
        this(sources, users, attempts, passes, SourceNews.REVISION);
    }

    /** Fills {@code sources}. */
    public SourceWatch(
            WatchedSources sources, SourceUsers<R> users, Attempts attempts, RunningPasses passes, SourceNews news) {
        this.news = news;
        this.sources = sources;
        this.users = users;
        this.attempts = attempts;
        this.passes = passes;
    }

    /** One per kind of sources. */
    public List<EventSource<?, R>> eventSources(EventSourceContext<R> context) {
        return sources.kinds().stream()
                .<EventSource<?, R>>map(kind -> eventSource(kind, context))
                .toList();
    }

    private <S extends CustomResource<?, ? extends HoldsArtifact>> ArrivingKind<S, R> eventSource(
            WatchedSources.Kind<S> kind, EventSourceContext<R> context) {
        var configuration = InformerEventSourceConfiguration.from(kind.type(), context.getPrimaryResourceClass())
                .withName(kind.watchName())
                .withNamespacesInheritedFromController()
                .withItemStore(kind.store())
                .withSecondaryToPrimaryMapper(object -> wake(new Source(object)))
                .<R>withPrimaryToSecondaryMapper(_ -> Set.of())
                .withOnUpdateFilter((after, before) -> news.isNews(new Source(after), new Source(before)))
                .withOnDeleteFilter((_, _) -> false)
                .build();
        return new ArrivingKind<>(configuration, context);
    }

    private Set<ResourceID> wake(Source source) {
        return source.revision().map(revision -> wake(source.name(), revision)).orElseGet(() -> waiting(source));
    }

    private Set<ResourceID> waiting(Source source) {
        return switch (news) {
            case REVISION, ARTIFACT -> Set.of();
            case READINESS -> users.behind(source.name(), "");
        };
    }

    private Set<ResourceID> wake(SourceName source, String revision) {
        Set<ResourceID> outdated = users.behind(source, revision);
        outdated.stream()
                .filter(id -> attempts.arrived(id, source, revision))
                .forEach(id -> passes.supersede(id, source.toString()));
        return outdated;
    }
}
