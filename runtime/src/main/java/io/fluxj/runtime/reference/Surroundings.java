package io.fluxj.runtime.reference;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.config.ConfigWatch;
import io.fluxj.runtime.dependency.DependencyPolicy;
import io.fluxj.runtime.dependency.DependencyStep;
import io.fluxj.runtime.dependency.DependencyWatch;
import io.fluxj.runtime.dependency.ObjectName;
import io.fluxj.runtime.source.Attempts;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourceNews;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.source.SourceResolver;
import io.fluxj.runtime.source.SourceRule;
import io.fluxj.runtime.source.SourceStep;
import io.fluxj.runtime.source.SourceUsers;
import io.fluxj.runtime.source.SourceWatch;
import io.fluxj.runtime.source.Sources;
import io.fluxj.runtime.source.WatchedSources;
import io.fluxj.runtime.start.KindWatch;
import io.fluxj.runtime.watch.Index;
import io.fluxj.runtime.watch.RunningPasses;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the objects of one kind refer to, as it is watched: the steps that look there, and the watches that keep them up to date
 * and wake the objects. One per kind and controller.
 */
public final class Surroundings<R extends CustomResource<?, S>, S> {

    private final References<R> references;
    private final EventSourceContext<R> context;
    private final WatchedSources sources;
    private final Attempts attempts = new Attempts();
    private final DependencyWatch<R> dependencies;
    private final Index<R, ObjectName> byDependency;
    private final List<EventSource<?, R>> eventSources;

    /**
     * What is watched.
     *
     * @param sourceKinds the kinds of sources that objects may refer to
     * @param news of what the objects hear of their sources
     * @param configsSelector labels of the ConfigMaps and Secrets to watch; empty to watch none
     */
    public record Watched(
            Collection<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> sourceKinds,
            SourceNews news,
            String configsSelector) {}

    /**
     * Watches nothing before its event sources are started.
     *
     * @param own the watch of the kind itself
     */
    public Surroundings(References<R> references, Watched watched, KindWatch<R> own) {
        this.references = references;
        this.context = own.context();
        this.sources = new WatchedSources(watched.sourceKinds());
        this.dependencies = new DependencyWatch<>(references.dependencies());
        RunningPasses passes = own.passes();
        Index<R, SourceName> bySource = Index.of(context.getPrimaryCache(), "fluxj-source", references.sources());
        Index<R, ConfigName> byConfig = Index.of(context.getPrimaryCache(), "fluxj-config", references.configs());
        this.byDependency = Index.of(context.getPrimaryCache(), "fluxj-dependency", object -> references
                .dependencies()
                .ownDependenciesOf(object));
        SourceUsers<R> users = new SourceUsers<>(bySource, references.done());
        this.eventSources = Stream.of(
                        new SourceWatch<>(sources, users, attempts, passes, watched.news()).eventSources(context),
                        dependencies.eventSources(),
                        new ConfigWatch<>(byConfig, passes).eventSources(context, watched.configsSelector()))
                .flatMap(List::stream)
                .toList();
    }

    /** What wakes the objects, besides their own changes. */
    public List<EventSource<?, R>> eventSources() {
        return eventSources;
    }

    /** Looks up the source of an object. */
    public SourceStep<R> sources(SourcePolicy policy) {
        return sources(watched -> new SourceResolver(watched, policy));
    }

    /** As {@link #sources(SourcePolicy)}, by a rule of the kind's own over what is watched. */
    public SourceStep<R> sources(Function<Sources, SourceRule> rule) {
        return new SourceStep<>(rule.apply(sources), attempts);
    }

    /** Waits for what an object depends on. */
    public DependencyStep<R, S> dependencies(DependencyPolicy policy) {
        return DependencyStep.of(references.dependencies(), this::find, dependencies, context.getClient(), policy);
    }

    /** The objects of the kind that depend on this one, those of other shards left out. */
    public List<R> dependentsOf(R object) {
        return byDependency.users(ObjectName.of(object));
    }

    /** An object of the kind, also one that another shard handles. */
    private Optional<R> find(ObjectName name) {
        return context.getPrimaryCache()
                .get(name.id())
                .or(() -> Optional.ofNullable(context.getClient()
                        .resources(context.getPrimaryResourceClass())
                        .inNamespace(name.namespace())
                        .withName(name.name())
                        .get()));
    }
}
