package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** The gate {@code DeleteInReverseOrder}. */
final class DeletionOrderTest {
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s, namespace: "{ns}"}
            """;
    private static final Map<String, String> FILES =
            Map.of("base/a.yaml", CONFIG_MAP.formatted("base"), "app/a.yaml", CONFIG_MAP.formatted("app"));

    @ClusterTest
    void whatDependsOnOthersGoesFirst(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = start(cluster)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("base", "path: base");
            fixture.kustomization("app", "path: app, dependsOn: [{name: base}]");
            fixture.awaitApplied("app", revision);
            finalizers(cluster, "app", "[\"finalizers.fluxcd.io\", \"test.dev/hold\"]");

            delete(cluster, "app");
            delete(cluster, "base");

            await("app's object gone").atMost(KustomizeFixture.PATIENCE).until(() -> !isThere(cluster, "app"));
            assertThat(isThere(cluster, "base")).isTrue();
            finalizers(cluster, "app", "[]");
            await("base gone").atMost(KustomizeFixture.PATIENCE).until(() -> fixture.get("base") == null);
            assertThat(isThere(cluster, "base")).isFalse();
        }
    }

    @ClusterTest
    void aCircleDoesNotHoldItselfUp(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = start(cluster)) {
            fixture.publish(FILES);
            fixture.kustomization("base", "path: base, dependsOn: [{name: app}]");
            fixture.kustomization("app", "path: app, dependsOn: [{name: base}]");
            fixture.awaitCondition("base", "Ready", "False", "DependencyNotReady");
            fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady");

            delete(cluster, "base");
            delete(cluster, "app");

            await("both gone")
                    .atMost(KustomizeFixture.PATIENCE)
                    .until(() -> fixture.get("base") == null && fixture.get("app") == null);
        }
    }

    private static KustomizeFixture start(KubeCluster cluster) throws Exception {
        return KustomizeFixture.start(cluster, "--feature-gates=DeleteInReverseOrder=true", "--requeue-dependency=24h");
    }

    private static boolean isThere(KubeCluster cluster, String name) {
        return cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName(name)
                        .get()
                != null;
    }

    private static void delete(KubeCluster cluster, String name) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName(name)
                .delete();
    }

    private static void finalizers(KubeCluster cluster, String name, String list) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"finalizers\": " + list + "}}");
    }
}
