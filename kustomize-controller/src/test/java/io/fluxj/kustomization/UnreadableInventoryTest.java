package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.stream.Stream;

/** Entries of a stored inventory that name no object: they are told of, and hinder nothing. */
final class UnreadableInventoryTest {
    private static final String MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            """;

    @ClusterTest
    void areToldAndLeftOutByTheNextPass(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(MAP);
            spoil(fixture, cluster);

            fixture.request("app", "again");

            await().atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> {
                assertThat(fixture.messages("app")).anySatisfy(UnreadableInventoryTest::namesTheEntries);
                assertThat(Stream.ofNullable(fixture.get("app").getStatus().inventory())
                                .flatMap(inventory -> inventory.entries().stream())
                                .map(ResourceReference::id))
                        .containsExactly(fixture.namespace() + "_a__ConfigMap");
            });
            fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");
        }
    }

    @ClusterTest
    void doNotHinderTheDeletion(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(MAP);
            spoil(fixture, cluster);

            cluster.client().resource(fixture.get("app")).delete();

            await().atMost(KustomizeFixture.PATIENCE).until(() -> fixture.get("app") == null);
            await().atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> assertThat(fixture.messages("app"))
                    .anySatisfy(UnreadableInventoryTest::namesTheEntries));
            assertThat(cluster.client()
                            .configMaps()
                            .inNamespace(cluster.namespace())
                            .withName("a")
                            .get())
                    .isNull();
        }
    }

    private static void namesTheEntries(String message) {
        assertThat(message)
                .startsWith(
                        "status.inventory: 2 of the entries cannot be read and are left out: id 'what is this' v 'v1',"
                                + " id 'ns__apps_Deployment' v 'v1'");
    }

    private static void spoil(KustomizeFixture fixture, KubeCluster cluster) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(fixture.namespace())
                .withName("app")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON), """
                        [{"op": "add", "path": "/status/inventory/entries/0", "value": {"id": "what is this", "v": "v1"}},
                         {"op": "add", "path": "/status/inventory/entries/1", "value": {"id": "ns__apps_Deployment", "v": "v1"}}]""");
    }
}
