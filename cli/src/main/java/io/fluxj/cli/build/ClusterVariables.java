package io.fluxj.cli.build;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.frame.Session;
import io.fluxj.manifest.postbuild.ConfigSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** ConfigMaps and Secrets of the cluster, asked for when a Kustomization names them. */
record ClusterVariables(Session session) implements ConfigSource {
    @Override
    public Optional<Map<String, String>> configMap(String namespace, String name) throws IOException {
        return data("ConfigMap", namespace, name, UnaryOperator.identity());
    }

    @Override
    public Optional<Map<String, String>> secret(String namespace, String name) throws IOException {
        return data("Secret", namespace, name, ClusterVariables::decoded);
    }

    private static String decoded(String value) {
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private Optional<Map<String, String>> data(
            String kind, String namespace, String name, UnaryOperator<String> reading) throws IOException {
        try {
            return Cluster.of(session.client())
                    .get(new ObjectRef("", "v1", kind, namespace, name))
                    .map(object -> {
                        Map<String, String> values = new TreeMap<>();
                        object.path("data")
                                .propertyStream()
                                .forEach(entry -> values.put(
                                        entry.getKey(),
                                        reading.apply(entry.getValue().asText())));
                        return values;
                    });
        } catch (ApiException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
