package io.fluxj.runtime.secret;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Secrets and ConfigMaps from the API each time, so that none is kept in memory. */
public final class SecretReader {
    private final KubernetesClient client;

    /** Reads as the user of {@code client}. */
    public SecretReader(KubernetesClient client) {
        this.client = client;
    }

    /** The data of a Secret, empty when there is no such Secret. */
    public Optional<SecretData> secret(String namespace, String name) {
        return Optional.ofNullable(
                        client.secrets().inNamespace(namespace).withName(name).get())
                .map(SecretReader::decoded);
    }

    /**
     * A Secret that must be there.
     *
     * @param doing how the message begins that says why it is not, such as {@code failed to get secret}
     * @throws SecretException when there is no such Secret, or it cannot be read
     */
    public NamedSecret require(String namespace, String name, String doing) throws SecretException {
        String prefix = doing + " '" + namespace + "/" + name + "': ";
        try {
            return secret(namespace, name)
                    .map(data -> new NamedSecret(namespace, name, data))
                    .orElseThrow(() -> new SecretException(prefix + "secrets \"" + name + "\" not found"));
        } catch (KubernetesClientException refused) {
            throw new SecretException(prefix + refused.getMessage(), refused);
        }
    }

    /**
     * A Secret that must be there, in the words that Flux has for Secrets with certificates or the address of a proxy.
     *
     * @throws SecretException when there is no such Secret, or it cannot be read
     */
    public NamedSecret require(String namespace, String name) throws SecretException {
        String called = "secret '" + namespace + "/" + name + "'";
        try {
            return secret(namespace, name)
                    .map(data -> new NamedSecret(namespace, name, data))
                    .orElseThrow(() -> new SecretException(called + " not found"));
        } catch (KubernetesClientException refused) {
            throw new SecretException("failed to get " + called + ": " + refused.getMessage(), refused);
        }
    }

    /**
     * The names of a service account's image pull secrets, empty when there is no such account.
     *
     * @throws SecretException when it cannot be read
     */
    public Optional<List<String>> pullSecrets(String namespace, String account) throws SecretException {
        try {
            return Optional.ofNullable(client.serviceAccounts()
                            .inNamespace(namespace)
                            .withName(account)
                            .get())
                    .map(found -> found.getImagePullSecrets().stream()
                            .map(LocalObjectReference::getName)
                            .toList());
        } catch (KubernetesClientException refused) {
            throw new SecretException(
                    "failed to get serviceaccount '" + namespace + "/" + account + "': " + refused.getMessage(),
                    refused);
        }
    }

    /** The data of a ConfigMap, empty when there is no such ConfigMap. */
    public Optional<SecretData> configMap(String namespace, String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(SecretReader::decoded);
    }

    private static SecretData decoded(Secret secret) {
        Map<String, byte[]> data = new HashMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) -> data.put(key, Base64.getDecoder().decode(value)));
        }
        return new SecretData(data);
    }

    private static SecretData decoded(ConfigMap map) {
        Map<String, byte[]> data = new HashMap<>();
        if (map.getData() != null) {
            map.getData().forEach((key, value) -> data.put(key, value.getBytes(StandardCharsets.UTF_8)));
        }
        if (map.getBinaryData() != null) {
            map.getBinaryData()
                    .forEach((key, value) -> data.put(key, Base64.getDecoder().decode(value)));
        }
        return new SecretData(data);
    }
}
