package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** {@code dependsOn} entries of other kinds. */
final class DependOnAnythingTest {
    private static final Map<String, String> FILES = Map.of("app/a.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            """);
    /** So long that only a watch can have woken what goes on before. */
    private static final String NEVER = "--requeue-dependency=24h";

    @ClusterTest
    void waitsUntilTheObjectIsThere(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, NEVER)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", "path: app, dependsOn: [{apiVersion: v1, kind: ConfigMap, name: gate}]");
            assertThat(waits(fixture)).isEqualTo("dependency 'ConfigMap/" + cluster.namespace() + "/gate' not found");

            gate(cluster, "no");

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void waitsUntilAnExpressionHolds(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, NEVER)) {
            String revision = fixture.publish(FILES);
            gate(cluster, "no");
            fixture.kustomization(
                    "app",
                    "path: app, dependsOn: [{apiVersion: v1, kind: ConfigMap, name: gate, readyExpr: \"dep.data.open == 'yes'\"}]");
            assertThat(waits(fixture))
                    .isEqualTo("dependency 'ConfigMap/" + cluster.namespace()
                            + "/gate' is not ready according to readyExpr eval");

            cluster.client()
                    .configMaps()
                    .inNamespace(cluster.namespace())
                    .withName("gate")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"open\": \"yes\"}}");

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void readsItAsTheAccountOfTheSpec(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, NEVER)) {
            fixture.publish(FILES);
            gate(cluster, "yes");
            cluster.client()
                    .resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withName("robot")
                            .withNamespace(cluster.namespace())
                            .endMetadata()
                            .build())
                    .create();
            fixture.kustomization(
                    "app",
                    "path: app, serviceAccountName: robot, dependsOn: [{apiVersion: v1, kind: ConfigMap, name: gate}]");

            assertThat(waits(fixture))
                    .startsWith("dependency 'ConfigMap/" + cluster.namespace() + "/gate' cannot be read: ")
                    .contains("cannot get resource \"configmaps\"");
        }
    }

    @ClusterTest
    void wantsToKnowTheGroupOfAKind(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(FILES);
            fixture.kustomization("app", "path: app, dependsOn: [{kind: Job, name: migrate}]");

            assertThat(fixture.awaitCondition("app", "Stalled", "True", "InvalidSpec")
                            .message())
                    .startsWith("spec.dependsOn[0] has the kind 'Job' and no apiVersion");
        }
    }

    private static String waits(KustomizeFixture fixture) {
        return fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady")
                .message();
    }

    private static void gate(KubeCluster cluster, String open) {
        cluster.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("gate")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withData(Map.of("open", open))
                        .build())
                .create();
    }
}
