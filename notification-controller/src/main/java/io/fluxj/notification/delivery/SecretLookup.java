package io.fluxj.notification.delivery;

import io.fluxj.runtime.secret.NamedSecret;
import java.util.Optional;

/** Finds Secrets. */
@FunctionalInterface
public interface SecretLookup {
    /**
     * A Secret; empty when there is none of that name.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when it cannot be read
     */
    Optional<NamedSecret> find(String namespace, String name);
}
