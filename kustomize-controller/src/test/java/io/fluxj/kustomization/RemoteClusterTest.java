package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What names a kubeconfig is applied to, and deleted from, that cluster; the Kustomization itself stays here. */
final class RemoteClusterTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            data: {k: v}
            """;
    private static final String ELSEWHERE = "path: app, wait: true, kubeConfig: {secretRef: {name: k}}";

    private final EmbeddedKube elsewhere = EmbeddedKube.start();
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(elsewhere.kubeconfig()))
            .build();

    @AfterEach
    void stop() {
        client.close();
        elsewhere.close();
    }

    @ClusterTest
    void appliesAndDeletesThere(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            secret(cluster, elsewhere.kubeconfig());
            namespace(cluster.namespace());
            String revision = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE);

            fixture.awaitApplied("app", revision);
            assertThat(configMap(client, cluster)).isNotNull();
            assertThat(configMap(cluster.client(), cluster)).isNull();

            cluster.client()
                    .resources(Kustomization.class)
                    .inNamespace(cluster.namespace())
                    .withName("app")
                    .delete();
            await("gone").atMost(KustomizeFixture.PATIENCE).until(() -> fixture.get("app") == null);
            assertThat(configMap(client, cluster)).isNull();
        }
    }

    @ClusterTest
    void goesOnWhenTheSecretComes(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            namespace(cluster.namespace());
            String revision = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE);
            fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed");
            assertThat(fixture.condition("app", "Ready").orElseThrow().message())
                    .isEqualTo("unable to read KubeConfig secret '" + cluster.namespace()
                            + "/k' error: secrets \"k\" not found");

            secret(cluster, elsewhere.kubeconfig());

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void runsNoProgramOfAKubeconfig(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            secret(cluster, """
                    apiVersion: v1
                    kind: Config
                    current-context: c
                    contexts: [{name: c, context: {cluster: c, user: u}}]
                    clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                    users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: sh}}}]
                    """);
            fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE);

            fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed");
            assertThat(fixture.condition("app", "Ready").orElseThrow().message())
                    .isEqualTo(
                            "the kubeconfig of spec.kubeConfig cannot be used: its user runs a program (exec), which only"
                                    + " --insecure-kubeconfig-exec allows: give it a token or a certificate");
        }
    }

    private void namespace(String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private static @Nullable ConfigMap configMap(KubernetesClient of, KubeCluster cluster) {
        return of.configMaps().inNamespace(cluster.namespace()).withName("a").get();
    }

    private static void secret(KubeCluster cluster, String kubeconfig) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("k")
                        .withNamespace(cluster.namespace())
                        .withLabels(Map.of("reconcile.fluxcd.io/watch", "Enabled"))
                        .endMetadata()
                        .withStringData(Map.of("value", kubeconfig))
                        .build())
                .create();
    }
}
