package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** {@code spec.sourceRefs}: a Kustomization over several sources, with all timers far away. */
final class SeveralSourcesTest {

    private static final String SPEC = "path: src/app, sourceRefs: [{kind: GitRepository, name: shared}]";
    private static final String BASE = "resources: [a.yaml]";
    private static final String OVERLAY = "resources: [../../shared/base]\nnameSuffix: -over";
    private static final Map<String, String> APP = Map.of("app/kustomization.yaml", OVERLAY);

    private static Map<String, String> base(String value) {
        return Map.of("base/kustomization.yaml", BASE, "base/a.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: "{ns}"}
                data: {k: "%s"}
                """.formatted(value));
    }

    @ClusterTest
    void laysThemSideBySideAndFollowsEach(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            String app = fixture.publish(APP);
            fixture.kustomization("app", SPEC);
            fixture.awaitCondition("app", "Ready", "False", "ArtifactFailed");

            String shared = fixture.publish("shared", base("one"));

            awaitRevisions(fixture, app, shared);
            assertThat(configMap(cluster).getData()).containsEntry("k", "one");
            assertThat(fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded")
                            .message())
                    .isEqualTo("Applied revision: %s, shared %s".formatted(app, shared));

            String changed = fixture.publish("shared", base("two"));

            awaitRevisions(fixture, app, changed);
            assertThat(configMap(cluster).getData()).containsEntry("k", "two");
        }
    }

    @ClusterTest
    void takesOverARevisionThatTouchesNothingOfIt(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String app = fixture.publish(APP);
            String shared = fixture.publish("shared", base("one"));
            fixture.kustomization("app", SPEC);
            awaitRevisions(fixture, app, shared);
            String before = configMap(cluster).getMetadata().getResourceVersion();

            String elsewhere = fixture.publish(
                    Map.of("app/kustomization.yaml", OVERLAY, "other/kustomization.yaml", "resources: []"));

            awaitRevisions(fixture, elsewhere, shared);
            assertThat(configMap(cluster).getMetadata().getResourceVersion()).isEqualTo(before);
        }
    }

    @ClusterTest
    void plansForTheRevisionsOfAll(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String app = fixture.publish(APP);
            fixture.kustomization("app", SPEC);
            awaitRevisions(fixture, app, fixture.publish("shared", base("one")));
            cluster.client()
                    .resources(Kustomization.class)
                    .inNamespace(cluster.namespace())
                    .withName("app")
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"metadata\": {\"annotations\": {\"kustomize.fluxj.io/mode\": \"plan\"}}}");

            String shared = fixture.publish("shared", base("two"));

            assertThat(fixture.awaitCondition("app", "Ready", "True", "Planned").message())
                    .startsWith("Plan for revision %s, shared %s: ".formatted(app, shared));
            assertThat(configMap(cluster).getData()).containsEntry("k", "one");
        }
    }

    @ClusterTest
    void saysWhereTheyLieWhenThePathIsOfOneAlone(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(APP);
            fixture.publish("shared", base("one"));
            fixture.kustomization("app", "path: app, sourceRefs: [{kind: GitRepository, name: shared}]");

            assertThat(fixture.awaitCondition("app", "Ready", "False", "ArtifactFailed")
                            .message())
                    .endsWith("; with spec.sourceRefs each source lies in a directory of its name, that of"
                            + " spec.sourceRef in src");
        }
    }

    @ClusterTest
    void refusesTwoOfOneName(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.kustomization("app", "path: src, sourceRefs: [{kind: Bucket, name: src}]");

            assertThat(fixture.awaitCondition("app", "Stalled", "True", "InvalidSpec")
                            .message())
                    .startsWith("spec.sourceRefs[0].name \"src\" is the name of another source of this object");
        }
    }

    private static void awaitRevisions(KustomizeFixture fixture, String app, String shared) {
        fixture.awaitApplied("app", app);
        await("all revisions").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> assertThat(
                        fixture.get("app").getStatus().lastAppliedRevisions())
                .isEqualTo(Map.of("src", app, "shared", shared)));
    }

    private static ConfigMap configMap(KubeCluster cluster) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("a-over")
                .get();
    }
}
