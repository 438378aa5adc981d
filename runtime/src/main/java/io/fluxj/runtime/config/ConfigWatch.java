package io.fluxj.runtime.config;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fluxj.runtime.watch.Index;
import io.fluxj.runtime.watch.RunningPasses;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Labelled ConfigMaps and Secrets: a change wakes the objects that read them, and ends their passes. Only their metadata is kept. */
public final class ConfigWatch<R extends HasMetadata> {

    private final Index<R, ConfigName> readers;
    private final RunningPasses passes;

    /**
     * For one kind.
     *
     * @param readers which ConfigMaps and Secrets the objects read
     */
    public ConfigWatch(Index<R, ConfigName> readers, RunningPasses passes) {
        this.readers = readers;
        this.passes = passes;
    }

    /**
     * One for either kind.
     *
     * @param selector labels of what is watched; empty to watch nothing
     */
    public List<EventSource<?, R>> eventSources(EventSourceContext<R> context, String selector) {
        return selector.isEmpty()
                ? List.of()
                : List.of(
                        eventSource(ConfigMap.class, context, selector), eventSource(Secret.class, context, selector));
    }

    private <C extends HasMetadata> InformerEventSource<C, R> eventSource(
            Class<C> type, EventSourceContext<R> context, String selector) {
        String kind = HasMetadata.getKind(type);
        var configuration = InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
                .withName("configs-" + kind)
                .withNamespacesInheritedFromController()
                .withLabelSelector(selector)
                .withItemStore(new MetadataStore<>())
                .withSecondaryToPrimaryMapper(config -> wake(kind, config))
                .<R>withPrimaryToSecondaryMapper(_ -> Set.of())
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private Set<ResourceID> wake(String kind, HasMetadata config) {
        ConfigName name = ConfigName.of(config, kind, config.getMetadata().getName());
        Set<ResourceID> users =
                readers.users(name).stream().map(ResourceID::fromResource).collect(Collectors.toSet());
        users.forEach(user -> passes.supersede(user, name.toString()));
        return users;
    }
}
