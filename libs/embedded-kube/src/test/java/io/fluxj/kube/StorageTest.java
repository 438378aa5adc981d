package io.fluxj.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a folder goes on where the last one ended. */
@SuppressWarnings("NullAway.Init")
class StorageTest {
    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.kept.io}
        spec:
          group: kept.io
          scope: Namespaced
          names: {plural: things, kind: Thing}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
        """;
    private static final String THING = """
        apiVersion: kept.io/v1
        kind: Thing
        metadata: {name: t, namespace: default}
        spec: {a: 1}
        """;

    @TempDir
    private Path folder;

    private EmbeddedKube start() {
        return EmbeddedKube.builder().storage(folder).start();
    }

    private static KubernetesClient client(String kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withData(Map.of("k", value))
                .build();
    }

    private static ConfigMap read(KubernetesClient client, String name) {
        return client.configMaps().inNamespace("default").withName(name).get();
    }

    @Test
    void objectsVersionsDefinitionsAndIdentityAreKept() {
        ConfigMap before;
        String authority;
        try (EmbeddedKube kube = start();
                KubernetesClient client = client(kube.kubeconfig())) {
            client.load(new ByteArrayInputStream(DEFINITION.getBytes(StandardCharsets.UTF_8)))
                    .create();
            client.load(new ByteArrayInputStream(THING.getBytes(StandardCharsets.UTF_8)))
                    .create();
            client.resource(configMap("gone", "1")).create();
            client.resource(configMap("a", "1")).create();
            before = client.resource(configMap("a", "2")).update();
            client.resource(configMap("gone", "1")).delete();
            authority = kube.certificateAuthority();
        }
        try (EmbeddedKube kube = start();
                KubernetesClient client = client(kube.kubeconfig())) {
            assertThat(kube.certificateAuthority()).isEqualTo(authority);
            assertThat(read(client, "a")).isEqualTo(before);
            assertThat(read(client, "gone")).isNull();
            GenericKubernetesResource thing = client.genericKubernetesResources("kept.io/v1", "Thing")
                    .inNamespace("default")
                    .withName("t")
                    .get();
            assertThat(thing.<Object>get("spec", "a")).isEqualTo(1);
            long next = Long.parseLong(
                    client.resource(configMap("b", "1")).create().getMetadata().getResourceVersion());
            assertThat(next).isGreaterThan(Long.parseLong(before.getMetadata().getResourceVersion()));
        }
    }

    @Test
    void aRecordThatWasNotFinishedIsCutOff() throws IOException {
        Path log = folder.resolve("objects.log");
        long whole;
        try (EmbeddedKube kube = start();
                KubernetesClient client = client(kube.kubeconfig())) {
            client.resource(configMap("a", "1")).create();
            whole = Files.size(log);
            client.resource(configMap("torn", "1")).create();
        }
        byte[] all = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(all, (int) (whole + 20)), StandardOpenOption.TRUNCATE_EXISTING);
        for (int i = 0; i < 2; i++) {
            try (EmbeddedKube kube = start();
                    KubernetesClient client = client(kube.kubeconfig())) {
                assertThat(read(client, "a").getData()).containsEntry("k", "1");
                assertThat(read(client, "torn")).isNull();
            }
        }
    }

    @Test
    void aFolderServesOneServerAtATime() {
        try (EmbeddedKube kube = start()) {
            assertThat(kube.port()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another server works on");
        }
    }
}
