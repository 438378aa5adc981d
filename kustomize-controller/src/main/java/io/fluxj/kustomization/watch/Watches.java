package io.fluxj.kustomization.watch;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.kustomization.dependency.DependencyWaits;
import io.fluxj.kustomization.dependency.ObjectName;
import io.fluxj.kustomization.source.Sources;
import io.fluxj.runtime.start.KindWatch;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All watches of the controller, and what they know. What is not watched is read from the API. */
public final class Watches implements Sources {

    private final KubernetesClient client;
    private final Attempts attempts;
    private final DependencyWaits waits;
    private final KustomizationIndex kustomizations;
    private final InformerEventSource<GitRepository, Kustomization> repositories;
    private final List<EventSource<?, Kustomization>> eventSources;

    private Watches(
            KubernetesClient client,
            Attempts attempts,
            DependencyWaits waits,
            KustomizationIndex kustomizations,
            InformerEventSource<GitRepository, Kustomization> repositories,
            List<EventSource<?, Kustomization>> others) {
        this.client = client;
        this.attempts = attempts;
        this.waits = waits;
        this.kustomizations = kustomizations;
        this.repositories = repositories;
        this.eventSources =
                Stream.concat(Stream.of(repositories), others.stream()).toList();
    }

    /**
     * The watches beside that of the Kustomizations themselves.
     *
     * @param configsSelector labels of the ConfigMaps and Secrets to watch; empty to watch none
     */
    public static Watches of(KindWatch<Kustomization> own, String configsSelector) {
        var context = own.context();
        var triggers = own.triggers();
        KustomizationIndex index = new KustomizationIndex(context.getPrimaryCache());
        Attempts attempts = new Attempts();
        DependencyWaits waits = new DependencyWaits();
        DependencyWatch dependencies = new DependencyWatch(waits);
        triggers.observe(dependencies::updated);
        List<EventSource<?, Kustomization>> others = new ArrayList<>(List.of(dependencies));
        if (!configsSelector.isEmpty()) {
            others.add(new ConfigWatch<>(ConfigMap.class, index, triggers).eventSource(context, configsSelector));
            others.add(new ConfigWatch<>(Secret.class, index, triggers).eventSource(context, configsSelector));
        }
        return new Watches(
                context.getClient(),
                attempts,
                waits,
                index,
                new SourceWatch(index, triggers, attempts).eventSource(context),
                others);
    }

    /** The revisions that are being worked on. */
    public Attempts attempts() {
        return attempts;
    }

    /** Who waits for whom. */
    public DependencyWaits waits() {
        return waits;
    }

    /** The event sources of the operator framework. */
    public List<EventSource<?, Kustomization>> eventSources() {
        return eventSources;
    }

    @Override
    public Optional<GitRepository> gitRepository(String namespace, String name) {
        return repositories.get(new ResourceID(name, namespace));
    }

    /** A Kustomization, also one that another shard handles. */
    public Optional<Kustomization> kustomization(ObjectName name) {
        return kustomizations
                .get(name)
                .or(() -> Optional.ofNullable(client.resources(Kustomization.class)
                        .inNamespace(name.namespace())
                        .withName(name.name())
                        .get()));
    }
}
