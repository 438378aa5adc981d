package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import java.util.Map;

/** What a Kustomization refers to may come later: rule D7 of what guides show. It is named, and its coming is noticed. */
final class MissingObjectsTest {

    private static final String WITH_VARIABLE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            data: {k: "${V}"}
            """;

    @ClusterTest
    void namesTheSource(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.kustomization("app", "path: ./");
            String message = fixture.awaitCondition("app", "Ready", "False", "ArtifactFailed")
                    .message();
            assertThat(message).isEqualTo("GitRepository.source.toolkit.fluxcd.io \"src\" not found");

            String revision = fixture.publish(Map.of("a.yaml", WITH_VARIABLE));

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void saysWhatTheSourceSaysThatIsNotReady(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.brokenSource("failed to checkout and determine revision: no such host");
            fixture.kustomization("app", "path: ./");
            String message = fixture.awaitCondition("app", "Ready", "False", "ArtifactFailed")
                    .message();

            assertThat(message)
                    .isEqualTo("Source artifact not found, retrying in 30s: GitRepository/" + fixture.namespace()
                            + "/src is not ready: failed to checkout and determine revision: no such host");
        }
    }

    @ClusterTest
    void namesTheDependency(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            String revision = fixture.publish(Map.of("app/a.yaml", WITH_VARIABLE, "base/README.md", "nothing"));
            fixture.kustomization("app", "path: app, dependsOn: [{name: base}]");
            String message = fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady")
                    .message();
            assertThat(message).startsWith("dependency '" + fixture.namespace() + "/base' not found");

            fixture.kustomization("base", "path: base");

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void namesTheConfigMapWithVariables(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(Map.of("a.yaml", WITH_VARIABLE));
            fixture.kustomization(
                    "app", "path: ./, retryInterval: 1s, postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}");
            String message = fixture.awaitCondition("app", "Ready", "False", "BuildFailed")
                    .message();
            assertThat(message).contains("ConfigMap").contains("vars").contains("not found");

            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("vars")
                            .withNamespace(fixture.namespace())
                            .endMetadata()
                            .withData(Map.of("V", "there"))
                            .build())
                    .create();

            fixture.awaitApplied("app", revision);
            assertThat(applied(cluster)).containsEntry("k", "there");
        }
    }

    /** With the label that the controller watches it need not wait for the next try. */
    @ClusterTest
    void namesTheSecretWithVariables(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(Map.of("a.yaml", WITH_VARIABLE));
            fixture.kustomization("app", "path: ./, postBuild: {substituteFrom: [{kind: Secret, name: vars}]}");
            String message = fixture.awaitCondition("app", "Ready", "False", "BuildFailed")
                    .message();
            assertThat(message).contains("Secret").contains("vars").contains("not found");

            cluster.client()
                    .resource(new SecretBuilder()
                            .withNewMetadata()
                            .withName("vars")
                            .withNamespace(fixture.namespace())
                            .withLabels(Map.of("reconcile.fluxcd.io/watch", "Enabled"))
                            .endMetadata()
                            .withStringData(Map.of("V", "there"))
                            .build())
                    .create();

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void doesNotMissWhatIsOptional(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(Map.of("a.yaml", WITH_VARIABLE));
            fixture.kustomization(
                    "app",
                    "path: ./, postBuild: {substitute: {V: here}, substituteFrom:"
                            + " [{kind: ConfigMap, name: vars, optional: true}]}");

            fixture.awaitApplied("app", revision);
        }
    }

    /** The embedded API has no access control. */
    @ClusterTest(on = KubeTarget.KUBE_APISERVER)
    void namesTheServiceAccount(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("a.yaml", WITH_VARIABLE));
            fixture.kustomization("app", "path: ./, postBuild: {substitute: {V: v}}, serviceAccountName: ghost");

            String message = fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed")
                    .message();

            assertThat(message)
                    .contains("User \"system:serviceaccount:" + fixture.namespace() + ":ghost\" cannot patch")
                    .endsWith("\nserviceaccount \"ghost\" not found in namespace " + fixture.namespace()
                            + ": create it, or correct spec.serviceAccountName");
            await("event").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> assertThat(fixture.messages("app"))
                    .contains(message));
        }
    }

    private static Map<String, String> applied(KubeCluster cluster) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("a")
                .get()
                .getData();
    }
}
