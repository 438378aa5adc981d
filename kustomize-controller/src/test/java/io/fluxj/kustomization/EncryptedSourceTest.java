package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Encrypted files of a source, opened by the keys of the controller. */
final class EncryptedSourceTest {
    private static final Path CORPUS = Path.of("../libs/sops/src/test/resources/io/fluxj/sops/corpus");
    private static final String SPEC = "path: app, targetNamespace: %s, decryption: {provider: sops}";

    private static KustomizeFixture start(KubeCluster cluster, String... flags) throws Exception {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("own")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withStringData(Map.of("a.agekey", Files.readString(CORPUS.resolve("keys/age-a.agekey"))))
                        .build())
                .create();
        return KustomizeFixture.start(cluster, flags);
    }

    private static String encrypted() throws IOException {
        return Files.readString(CORPUS.resolve("cases/k8s-stringdata/encrypted.yaml"));
    }

    private static Secret applied(KubeCluster cluster, String name) {
        return cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get();
    }

    @ClusterTest
    void areDecryptedAndToldIfNobodyCanTellWhetherTheyChanged(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = start(cluster, "--sops-age-secret=own")) {
            String revision = fixture.publish(Map.of("app/a.yaml", encrypted().replaceAll("(?m)^ *mac: .*\n", "")));
            fixture.kustomization("app", SPEC.formatted(cluster.namespace()));
            fixture.awaitApplied("app", revision);

            assertThat(applied(cluster, "sd").getData()).containsEntry("a", "eA==");
            await().atMost(KustomizeFixture.PATIENCE)
                    .untilAsserted(() -> assertThat(warnings(cluster)).hasSize(1));
            assertThat(warnings(cluster).getFirst().getMessage())
                    .startsWith("Secret/" + cluster.namespace() + "/sd\nwithout a MAC");
        }
    }

    @ClusterTest
    void areRefusedIfTheyChanged(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = start(cluster, "--sops-age-secret=own")) {
            fixture.publish(Map.of("app/a.yaml", encrypted().replace("name: sd", "name: other")));
            fixture.kustomization("app", SPEC.formatted(cluster.namespace()));

            assertThat(fixture.awaitCondition("app", "Ready", "False", "BuildFailed")
                            .message())
                    .contains("'app/a.yaml'")
                    .contains("it was changed after sops encrypted it");
            assertThat(applied(cluster, "other")).isNull();
        }
    }

    @ClusterTest
    void areTakenAsTheyAreByTheGate(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = start(cluster, "--sops-age-secret=own", "--feature-gates=SkipSopsMac=true")) {
            String revision = fixture.publish(Map.of("app/a.yaml", encrypted().replace("name: sd", "name: other")));
            fixture.kustomization("app", SPEC.formatted(cluster.namespace()));
            fixture.awaitApplied("app", revision);

            assertThat(applied(cluster, "other").getData()).containsEntry("a", "eA==");
        }
    }

    private static List<Event> warnings(KubeCluster cluster) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .filter(event -> event.getReason().equals("MacMissing"))
                .toList();
    }
}
