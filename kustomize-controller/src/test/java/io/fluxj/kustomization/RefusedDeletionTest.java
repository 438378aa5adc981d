package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** What is refused when it would be applied is refused when it would be deleted. */
final class RefusedDeletionTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            """;
    private static final String REFUSED = "path: app, decryption: {provider: sops, serviceAccountName: robot}";

    @ClusterTest
    void deletesNothingOfWhatWouldNotBeApplied(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(CONFIG_MAP);
            fixture.kustomization("app", REFUSED);
            fixture.awaitCondition("app", "Stalled", "True", "FeatureGateDisabled");

            delete(cluster);

            awaitRefusal(fixture, "FeatureGateDisabled", "to use spec.decryption.serviceAccountName");
            assertThat(isApplied(cluster)).isTrue();

            fixture.kustomization("app", REFUSED + ", deletionPolicy: Orphan");
            awaitGone(fixture);
            assertThat(isApplied(cluster)).isTrue();
        }
    }

    @ClusterTest
    void reportsNothingDeletedThatItNeverSaw(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.kustomization("app", REFUSED);
            fixture.awaitCondition("app", "Stalled", "True", "FeatureGateDisabled");
            String inventory = """
                    {"status": {"inventory": {"entries": [{"id": "%s_there__ConfigMap", "v": "v1"}]}}}""".formatted(fixture.namespace());
            cluster.client()
                    .resources(Kustomization.class)
                    .inNamespace(fixture.namespace())
                    .withName("app")
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), inventory);

            delete(cluster);

            awaitRefusal(fixture, "FeatureGateDisabled", "the finalizer stays");
            assertThat(fixture.messages("app")).noneMatch(message -> message.endsWith(" deleted"));
            fixture.kustomization("app", REFUSED + ", suspend: true");
            awaitGone(fixture);
        }
    }

    @ClusterTest
    void letsGoWhatHasNothingToDelete(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.kustomization("app", REFUSED);
            fixture.awaitCondition("app", "Stalled", "True", "FeatureGateDisabled");

            delete(cluster);

            awaitGone(fixture);
        }
    }

    @ClusterTest
    void letsGoWhatShallLeaveItsObjects(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(CONFIG_MAP);
            fixture.kustomization("app", REFUSED + ", prune: false");
            fixture.awaitCondition("app", "Stalled", "True", "FeatureGateDisabled");

            delete(cluster);

            awaitGone(fixture);
            assertThat(isApplied(cluster)).isTrue();
        }
    }

    @ClusterTest
    void goesOnOnceTheFieldIsCorrected(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(CONFIG_MAP);
            fixture.kustomization("app", "path: app, timeout: 9999999h, serviceAccountName: ../x");
            fixture.awaitCondition("app", "Stalled", "True", "InvalidSpec");

            delete(cluster);
            awaitRefusal(fixture, "InvalidSpec", "spec.timeout: \"9999999h\"");
            fixture.kustomization("app", "path: app, serviceAccountName: ../x");
            awaitRefusal(fixture, "InvalidSpec", "spec.serviceAccountName \"../x\"");
            assertThat(isApplied(cluster)).isTrue();

            fixture.kustomization("app", "path: app");
            awaitGone(fixture);
            assertThat(isApplied(cluster)).isFalse();
        }
    }

    private static void delete(KubeCluster cluster) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .delete();
    }

    /** Condition and event say it, and the finalizer is there. */
    private static void awaitRefusal(KustomizeFixture fixture, String reason, String text) {
        await(text).atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> {
            assertThat(fixture.condition("app", "Ready").orElseThrow().message())
                    .contains(text)
                    .contains("spec.deletionPolicy to Orphan");
            assertThat(fixture.messages("app"))
                    .anyMatch(message -> message.contains(text) && message.contains("deletionPolicy to Orphan"));
        });
        fixture.awaitCondition("app", "Ready", "False", reason);
        fixture.awaitCondition("app", "Stalled", "True", reason);
        assertThat(fixture.get("app").getMetadata().getFinalizers()).containsExactly("finalizers.fluxcd.io");
    }

    private static void awaitGone(KustomizeFixture fixture) {
        await("gone").atMost(KustomizeFixture.PATIENCE).until(() -> fixture.get("app") == null);
    }

    private static boolean isApplied(KubeCluster cluster) {
        return cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName("a")
                        .get()
                != null;
    }
}
