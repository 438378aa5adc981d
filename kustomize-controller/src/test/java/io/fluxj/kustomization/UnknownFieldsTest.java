package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;

/** Flux drops fields of a kustomization file that kustomize does not know; whoever mistyped one is told. */
final class UnknownFieldsTest {

    private static final String MANIFEST = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            """;

    @ClusterTest
    void areToldOncePerRevision(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String first = fixture.publish(
                    Map.of("app/a.yaml", MANIFEST, "app/kustomization.yaml", "resources: [a.yaml]\nnamePrefx: x-\n"));
            fixture.kustomization("app", "path: app");
            fixture.awaitApplied("app", first);
            fixture.request("app", "again");
            await().atMost(KustomizeFixture.PATIENCE)
                    .until(() -> "again".equals(fixture.get("app").getStatus().lastHandledReconcileAt()));

            String second = fixture.publish(
                    Map.of("app/a.yaml", MANIFEST, "app/kustomization.yaml", "resources: [a.yaml]\nnameSufix: -x\n"));
            fixture.awaitApplied("app", second);

            await().atMost(KustomizeFixture.PATIENCE)
                    .untilAsserted(() -> assertThat(remarks(cluster)).hasSizeGreaterThan(1));
            assertThat(remarks(cluster)).allSatisfy(event -> {
                assertThat(event.getType()).isEqualTo("Warning");
                assertThat(event.getCount()).isEqualTo(1);
            });
            assertThat(remarks(cluster))
                    .extracting(Event::getMessage)
                    .containsExactlyInAnyOrder(
                            "app/kustomization.yaml: namePrefx: line 2: unknown field without effect"
                                    + " (did you mean 'namePrefix'?)",
                            "app/kustomization.yaml: nameSufix: line 2: unknown field without effect"
                                    + " (did you mean 'nameSuffix'?)");
        }
    }

    private static List<Event> remarks(KubeCluster cluster) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .filter(event -> event.getReason().equals("FieldWithoutEffect"))
                .toList();
    }
}
