package io.fluxj.cli.look;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.manifest.postbuild.ConfigSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** ConfigMaps and Secrets as the cluster has them now. */
record ClusterConfigs(KubernetesClient client) implements ConfigSource {

    @Override
    public Optional<Map<String, String>> configMap(String namespace, String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(ConfigMap::getData)
                .map(Map::copyOf);
    }

    @Override
    public Optional<Map<String, String>> secret(String namespace, String name) {
        return Optional.ofNullable(
                        client.secrets().inNamespace(namespace).withName(name).get())
                .map(secret -> Optional.ofNullable(secret.getData()).orElse(Map.of()))
                .map(ClusterConfigs::decoded);
    }

    private static Map<String, String> decoded(Map<String, String> data) {
        Map<String, String> plain = new TreeMap<>();
        data.forEach(
                (key, value) -> plain.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return plain;
    }
}
