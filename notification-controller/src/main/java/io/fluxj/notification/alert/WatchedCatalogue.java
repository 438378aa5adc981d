package io.fluxj.notification.alert;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The catalogue of a cluster, kept by two watches. Every replica has one, whether or not it leads. */
public final class WatchedCatalogue implements Catalogue, AutoCloseable {
    private final SharedIndexInformer<Alert> alerts;
    private final SharedIndexInformer<Provider> providers;
    private final CompletableFuture<Void> complete;

    private WatchedCatalogue(SharedIndexInformer<Alert> alerts, SharedIndexInformer<Provider> providers) {
        this.alerts = alerts;
        this.providers = providers;
        this.complete = CompletableFuture.allOf(
                alerts.start().toCompletableFuture(), providers.start().toCompletableFuture());
    }

    /**
     * What is watched.
     *
     * @param namespace of all of it; empty for all namespaces
     * @param labelSelector of the Alerts of this shard; empty for all. Providers are found whatever their labels, as Secrets are
     */
    public record Scope(Optional<String> namespace, String labelSelector) {}

    /** Starts watching; what is there already is known soon after. */
    public static WatchedCatalogue start(KubernetesClient client, Scope scope) {
        return new WatchedCatalogue(
                watch(client, Alert.class, scope), watch(client, Provider.class, new Scope(scope.namespace(), "")));
    }

    private static <R extends HasMetadata> SharedIndexInformer<R> watch(
            KubernetesClient client, Class<R> kind, Scope scope) {
        var all = client.resources(kind);
        FilterWatchListDeletable<R, ?, ?> placed = scope.namespace().isPresent()
                ? all.inNamespace(scope.namespace().get())
                : all.inAnyNamespace();
        var selected = scope.labelSelector().isEmpty() ? placed : placed.withLabelSelector(scope.labelSelector());
        SharedIndexInformer<R> informer = selected.runnableInformer(0);
        informer.exceptionHandler((started, failed) -> true);
        return informer;
    }

    /** {@return what completes when everything that is there is known} */
    public CompletableFuture<Void> complete() {
        return complete;
    }

    /** By namespace and name, so that events go out in the same order everywhere. */
    @Override
    public Collection<Alert> alerts() {
        return alerts.getStore().list().stream()
                .sorted(Comparator.comparing(
                                (Alert alert) -> alert.getMetadata().getNamespace())
                        .thenComparing(alert -> alert.getMetadata().getName()))
                .toList();
    }

    @Override
    public Optional<Provider> provider(String namespace, String name) {
        return Optional.ofNullable(providers.getStore().getByKey(Cache.namespaceKeyFunc(namespace, name)));
    }

    @Override
    public void close() {
        alerts.close();
        providers.close();
    }
}
