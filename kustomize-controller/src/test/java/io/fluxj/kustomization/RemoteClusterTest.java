package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TcpForwarder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @ClusterTest
    void prunesThereAndPutsRightWhatWasChangedThere(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            secret(cluster, elsewhere.kubeconfig());
            namespace(cluster.namespace());
            String first = fixture.publish(
                    Map.of("app/a.yaml", CONFIG_MAP, "app/b.yaml", CONFIG_MAP.replace("name: a", "name: b")));
            fixture.kustomization("app", ELSEWHERE);
            fixture.awaitApplied("app", first);

            configMaps(client, cluster)
                    .withName("a")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"k\": \"theirs\"}}");
            await("put right").atMost(KustomizeFixture.PATIENCE).until(() -> "v"
                    .equals(Objects.requireNonNull(configMap(client, cluster))
                            .getData()
                            .get("k")));

            fixture.awaitApplied("app", fixture.publish(Map.of("app/a.yaml", CONFIG_MAP)));
            await("pruned")
                    .atMost(KustomizeFixture.PATIENCE)
                    .until(() -> configMaps(client, cluster).withName("b").get() == null);
        }
    }

    @ClusterTest
    void goesOnWhenTheClusterIsBack(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster);
                TcpForwarder way = TcpForwarder.to(URI.create(elsewhere.url()))) {
            secret(cluster, elsewhere.kubeconfig().replace(":" + elsewhere.port(), ":" + way.port()));
            namespace(cluster.namespace());
            String first = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE + ", retryInterval: 2s");
            fixture.awaitApplied("app", first);

            way.goAway();
            String second = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP.replace("k: v", "k: w")));
            fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed");
            way.comeBack();

            fixture.awaitApplied("app", second);
            assertThat(Objects.requireNonNull(configMap(client, cluster)).getData())
                    .containsEntry("k", "w");
        }
    }

    @ClusterTest
    void goesOnWithAnotherToken(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            elsewhere.addToken("first", "admin", List.of("system:masters"));
            secret(cluster, withToken("first"));
            namespace(cluster.namespace());
            fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE);
            fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");

            elsewhere.addToken("second", "other", List.of());
            secret(cluster, withToken("second"));
            fixture.request("app", "as another");
            fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed");

            elsewhere.addToken("third", "admin", List.of("system:masters"));
            secret(cluster, withToken("third"));
            fixture.request("app", "as an admin again");
            fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");
        }
    }

    private String withToken(String token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "%s", certificate-authority-data: "%s"}}]
                users: [{name: u, user: {token: %s}}]
                """.formatted(
                        elsewhere.url(),
                        Base64.getEncoder()
                                .encodeToString(elsewhere.certificateAuthority().getBytes(StandardCharsets.UTF_8)),
                        token);
    }

    @ClusterTest
    void impersonatesThere(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            secret(cluster, elsewhere.kubeconfig());
            namespace(cluster.namespace());
            fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            fixture.kustomization("app", ELSEWHERE + ", serviceAccountName: robot");

            assertThat(fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed")
                            .message())
                    .contains("User \"system:serviceaccount:" + cluster.namespace() + ":robot\"");
            assertThat(configMap(client, cluster)).isNull();
        }
    }

    @ClusterTest
    void reachesAClusterByATokenOfAServiceAccount(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture =
                KustomizeFixture.start(cluster, "--feature-gates=ObjectLevelWorkloadIdentity=true")) {
            account(cluster, "deployer");
            String revision = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP));
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("there")
                            .withNamespace(cluster.namespace())
                            .endMetadata()
                            .withData(Map.of(
                                    "provider", "generic",
                                    "address", cluster.client().getMasterUrl().toString(),
                                    "ca.crt", authority(cluster),
                                    "audiences", audience(cluster),
                                    "serviceAccountName", "deployer"))
                            .build())
                    .create();
            fixture.kustomization("app", "path: app, kubeConfig: {configMapRef: {name: there}}");

            fixture.awaitApplied("app", revision);
            assertThat(configMap(cluster.client(), cluster)).isNotNull();
        }
    }

    private static void account(KubeCluster cluster, String name) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .build())
                .create();
        cluster.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                        .addNewSubject(null, "ServiceAccount", name, cluster.namespace())
                        .build())
                .create();
    }

    private static String authority(KubeCluster cluster) {
        return new String(
                Base64.getDecoder()
                        .decode(Config.fromKubeconfig(cluster.kubeconfig().toFile())
                                .getCaCertData()),
                StandardCharsets.UTF_8);
    }

    /** That of the API server itself. */
    private static String audience(KubeCluster cluster) {
        return cluster.client()
                .serviceAccounts()
                .inNamespace(cluster.namespace())
                .withName("deployer")
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getSpec()
                .getAudiences()
                .getFirst();
    }

    private static NonNamespaceOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>> configMaps(
            KubernetesClient of, KubeCluster cluster) {
        return of.configMaps().inNamespace(cluster.namespace());
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
                .createOr(existing -> existing.update());
    }
}
