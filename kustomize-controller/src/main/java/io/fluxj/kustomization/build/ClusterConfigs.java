package io.fluxj.kustomization.build;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.manifest.postbuild.ConfigSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads ConfigMaps and Secrets from the API each time, as the controller itself. */
public final class ClusterConfigs implements ConfigSource {

    private final KubernetesClient client;

    public ClusterConfigs(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Map<String, String>> configMap(String namespace, String name) throws IOException {
        Optional<ConfigMap> map =
                read(client.configMaps().inNamespace(namespace).withName(name)::get);
        return map.map(found -> found.getData() == null ? Map.of() : found.getData());
    }

    @Override
    public Optional<Map<String, String>> secret(String namespace, String name) throws IOException {
        Optional<Secret> secret = read(client.secrets().inNamespace(namespace).withName(name)::get);
        return secret.map(ClusterConfigs::decoded);
    }

    private static <T> Optional<T> read(Supplier<@Nullable T> request) throws IOException {
        try {
            return Optional.ofNullable(request.get());
        } catch (KubernetesClientException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Map<String, String> decoded(Secret secret) {
        Map<String, String> data = new TreeMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        return data;
    }
}
