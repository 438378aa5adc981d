package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** What comes in a later version is refused, not left out. */
final class UnsupportedFieldsTest {

    private static final Map<String, String> SPECS = Map.of("kubeconfig", "kubeConfig: {configMapRef: {name: k}}");

    @ClusterTest
    void stallsAndAppliesNothing(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("a.yaml", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: "{ns}"}
                    """));
            for (Map.Entry<String, String> spec : SPECS.entrySet()) {
                fixture.kustomization(spec.getKey(), spec.getValue());
            }
            for (String name : SPECS.keySet()) {
                fixture.awaitCondition(name, "Stalled", "True", "UnsupportedFeature");
                fixture.awaitCondition(name, "Ready", "False", "UnsupportedFeature");
                assertThat(fixture.get(name).getStatus().inventory()).isNull();
            }
            assertThat(cluster.client()
                            .configMaps()
                            .inNamespace(fixture.namespace())
                            .withName("a")
                            .get())
                    .isNull();
        }
    }

    @ClusterTest
    void goesOnWhenTheFieldIsTakenAway(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(Map.of("README.md", "nothing"));
            fixture.kustomization("app", "kubeConfig: {configMapRef: {name: k}}");
            fixture.awaitCondition("app", "Stalled", "True", "UnsupportedFeature");

            fixture.kustomization("app", "path: ./");

            fixture.awaitApplied("app", revision);
            assertThat(fixture.condition("app", "Stalled")).isEmpty();
        }
    }
}
