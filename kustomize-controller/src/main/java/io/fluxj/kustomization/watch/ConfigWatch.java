package io.fluxj.kustomization.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Labelled ConfigMaps or Secrets: a change wakes the Kustomizations that refer to them. Only their metadata is kept. */
final class ConfigWatch<C extends HasMetadata> {

    private final Class<C> type;
    private final KustomizationIndex kustomizations;
    private final Triggers<Kustomization> triggers;

    ConfigWatch(Class<C> type, KustomizationIndex kustomizations, Triggers<Kustomization> triggers) {
        this.type = type;
        this.kustomizations = kustomizations;
        this.triggers = triggers;
    }

    InformerEventSource<C, Kustomization> eventSource(EventSourceContext<Kustomization> context, String selector) {
        var configuration = InformerEventSourceConfiguration.from(type, Kustomization.class)
                .withName("configs-" + type.getSimpleName())
                .withNamespacesInheritedFromController()
                .withLabelSelector(selector)
                .withItemStore(new MetadataStore<>())
                .withSecondaryToPrimaryMapper(this::wake)
                .<Kustomization>withPrimaryToSecondaryMapper(object -> Set.of())
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private Set<ResourceID> wake(C config) {
        String kind = type.getSimpleName();
        String namespace = config.getMetadata().getNamespace();
        String name = config.getMetadata().getName();
        Set<ResourceID> users = kustomizations.usingConfig(kind, namespace, name).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
        users.forEach(user -> triggers.fire(user, kind + "/" + namespace + "/" + name));
        return users;
    }
}
