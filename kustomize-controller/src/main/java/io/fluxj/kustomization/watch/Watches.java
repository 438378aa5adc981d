package io.fluxj.kustomization.watch;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.kustomization.dependency.DependencyWaits;
import io.fluxj.kustomization.dependency.ObjectName;
import io.fluxj.kustomization.source.Sources;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All watches of the controller, and what they know. What is not watched is read from the API. */
public final class Watches implements Sources {

    private final KubernetesClient client;
    private final String configsSelector;
    private final Attempts attempts = new Attempts();
    private final DependencyWaits waits = new DependencyWaits();
    private volatile @Nullable KustomizationIndex kustomizations;
    private volatile @Nullable InformerEventSource<GitRepository, Kustomization> repositories;

    /**
     * Opens no watch yet.
     *
     * @param configsSelector labels of the ConfigMaps and Secrets to watch; empty to watch none
     */
    public Watches(KubernetesClient client, String configsSelector) {
        this.client = client;
        this.configsSelector = configsSelector;
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
    public List<EventSource<?, Kustomization>> eventSources(
            EventSourceContext<Kustomization> context, Triggers<Kustomization> triggers) {
        KustomizationIndex index = new KustomizationIndex(context.getPrimaryCache());
        var sources = new SourceWatch(index, triggers, attempts).eventSource(context);
        DependencyWatch dependencies = new DependencyWatch(waits);
        triggers.observe(dependencies::updated);
        List<EventSource<?, Kustomization>> all = new ArrayList<>(List.of(sources, dependencies));
        if (!configsSelector.isEmpty()) {
            all.add(new ConfigWatch<>(ConfigMap.class, index, triggers).eventSource(context, configsSelector));
            all.add(new ConfigWatch<>(Secret.class, index, triggers).eventSource(context, configsSelector));
        }
        kustomizations = index;
        repositories = sources;
        return all;
    }

    @Override
    public Optional<GitRepository> gitRepository(String namespace, String name) {
        InformerEventSource<GitRepository, Kustomization> watched = repositories;
        return watched == null ? Optional.empty() : watched.get(new ResourceID(name, namespace));
    }

    /** A Kustomization, also one that another shard handles. */
    public Optional<Kustomization> kustomization(ObjectName name) {
        KustomizationIndex watched = kustomizations;
        Optional<Kustomization> found = watched == null ? Optional.empty() : watched.get(name);
        return found.or(() -> Optional.ofNullable(client.resources(Kustomization.class)
                .inNamespace(name.namespace())
                .withName(name.name())
                .get()));
    }
}
