package io.fluxj.runtime.impersonation;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.util.Optional;
import java.util.function.Function;

/** As whom requests are made: as the controller itself, or as a user it impersonates. Source: behaviour §0.4. */
public sealed interface Impersonation {
    /** As the controller itself. */
    static Impersonation none() {
        return new None();
    }

    /** As a service account. */
    static Impersonation serviceAccount(String namespace, String name) {
        return new User("system:serviceaccount:" + namespace + ":" + name);
    }

    /**
     * As the service account that the object names, else as the default one, else as the controller itself.
     *
     * @param namespace of the object
     * @param named {@code spec.serviceAccountName}, may be empty
     * @param byDefault {@code --default-service-account}, may be empty
     */
    static Impersonation of(String namespace, String named, String byDefault) {
        String name = named.isEmpty() ? byDefault : named;
        return name.isEmpty() ? none() : serviceAccount(namespace, name);
    }

    /** The user's name, empty for the controller itself. */
    Optional<String> user();

    /** Makes the requests of {@code call} as this user; the client given to it must not be kept. */
    <T> T call(KubernetesClient client, Function<KubernetesClient, T> call);

    /** See {@link #none()}. */
    record None() implements Impersonation {
        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public <T> T call(KubernetesClient client, Function<KubernetesClient, T> call) {
            return call.apply(client);
        }
    }

    /**
     * A user that the controller impersonates.
     *
     * @param name for example {@code system:serviceaccount:apps:deployer}
     */
    record User(String name) implements Impersonation {
        @Override
        public Optional<String> user() {
            return Optional.of(name);
        }

        @Override
        public <T> T call(KubernetesClient client, Function<KubernetesClient, T> call) {
            RequestConfig as = new RequestConfigBuilder(
                            client.getConfiguration().getRequestConfig())
                    .withImpersonateUsername(name)
                    .build();
            return client.adapt(NamespacedKubernetesClient.class)
                    .withRequestConfig(as)
                    .call(call::apply);
        }
    }
}
