package io.fluxj.notification.alert;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
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
     * Starts watching; what is there already is known soon after.
     *
     * @param namespace empty for all
     */
    public static WatchedCatalogue start(KubernetesClient client, Optional<String> namespace) {
        return new WatchedCatalogue(watch(client, Alert.class, namespace), watch(client, Provider.class, namespace));
    }

    private static <R extends HasMetadata> SharedIndexInformer<R> watch(
            KubernetesClient client, Class<R> kind, Optional<String> namespace) {
        SharedIndexInformer<R> informer = namespace.isPresent()
                ? client.resources(kind).inNamespace(namespace.get()).runnableInformer(0)
                : client.resources(kind).inAnyNamespace().runnableInformer(0);
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
