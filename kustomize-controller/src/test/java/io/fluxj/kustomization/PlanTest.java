package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The annotation {@code kustomize.fluxj.io/mode: plan}. */
final class PlanTest {
    private static final String BEFORE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: changed, namespace: "{ns}"}
            data: {k: before, gone: x}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: deleted, namespace: "{ns}"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: same, namespace: "{ns}"}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: hidden, namespace: "{ns}"}
            stringData: {password: before-secret}
            """;
    private static final String AFTER = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: changed, namespace: "{ns}", labels: {l: new}}
            data: {k: after}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: same, namespace: "{ns}"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: created, namespace: "{ns}"}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: hidden, namespace: "{ns}"}
            stringData: {password: after-secret}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: refused, namespace: "{ns}"}
            spec: {ports: [{port: 0}]}
            """;

    @ClusterTest
    void showsWhatWouldBeDoneAndDoesNothing(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(BEFORE);
            String applied = fixture.get("app").getStatus().lastAppliedRevision();
            annotate(cluster, "\"plan\"");

            fixture.publish(Map.of("app/a.yaml", AFTER));

            String message =
                    fixture.awaitCondition("app", "Ready", "True", "Planned").message();
            String ns = cluster.namespace();
            await("plan").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> assertThat(
                            plan(cluster).lines().filter(line -> !line.startsWith("refused")))
                    .containsExactly(
                            "change ConfigMap/" + ns + "/changed",
                            "  /metadata/labels/l: (nothing) -> \"new\"",
                            "  /data/gone: \"x\" -> (nothing)",
                            "  /data/k: \"before\" -> \"after\"",
                            "create ConfigMap/" + ns + "/created",
                            "change Secret/" + ns + "/hidden",
                            "  /data/password: ***** -> *****",
                            "delete ConfigMap/" + ns + "/deleted"));
            assertThat(plan(cluster)).contains("refused Service/" + ns + "/refused dry-run failed");
            assertThat(fixture.condition("app", "Ready").orElseThrow().message())
                    .contains(
                            "1 to create, 2 to change, 0 to replace, 1 to delete, 1 refused, 1 unchanged. Nothing is applied.");
            assertThat(message).startsWith("Plan for revision ");
            fixture.awaitMessage("app", told -> told.contains("1 to create, 2 to change"));
            assertThat(fixture.get("app").getStatus().lastAppliedRevision()).isEqualTo(applied);
            assertThat(configMap(cluster, "changed").getData()).containsEntry("k", "before");
            assertThat(found(cluster, "deleted")).isNotNull();
            assertThat(found(cluster, "created")).isNull();
        }
    }

    @ClusterTest
    void appliesOnceThePlanIsNotAskedForAnyMore(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(BEFORE);
            annotate(cluster, "\"plan\"");
            String next = fixture.publish(Map.of("app/a.yaml", BEFORE.replace("k: before", "k: after")));
            fixture.awaitCondition("app", "Ready", "True", "Planned");

            annotate(cluster, "null");
            fixture.request("app", "apply");

            fixture.awaitApplied("app", next);
            assertThat(configMap(cluster, "changed").getData()).containsEntry("k", "after");
        }
    }

    @ClusterTest
    void leavesTheConfigMapOfSomebodyElseAlone(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(BEFORE);
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("app-plan")
                            .withNamespace(cluster.namespace())
                            .endMetadata()
                            .withData(Map.of("mine", "yes"))
                            .build())
                    .create();
            annotate(cluster, "\"plan\"");
            fixture.request("app", "plan");

            assertThat(fixture.awaitCondition("app", "Ready", "False", "ReconciliationFailed")
                            .message())
                    .contains("there is a ConfigMap 'app-plan' already, which is somebody else's");
            assertThat(configMap(cluster, "app-plan").getData()).containsExactly(Map.entry("mine", "yes"));
        }
    }

    private static void annotate(KubeCluster cluster, String mode) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"kustomize.fluxj.io/mode\": %s}}}".formatted(mode));
    }

    private static String plan(KubeCluster cluster) {
        return Objects.requireNonNull(configMap(cluster, "app-plan").getData().get("plan"));
    }

    private static ConfigMap configMap(KubeCluster cluster, String name) {
        return Objects.requireNonNull(found(cluster, name));
    }

    private static @Nullable ConfigMap found(KubeCluster cluster, String name) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get();
    }
}
