package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;

/** What is not ready when a wait runs out is told with its last message, beside Flux's own sentence. */
final class NotReadyTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: "{ns}"}
            spec:
              storageClassName: none-such
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
            """;

    @ClusterTest
    void tellsWhatEachObjectSaidLast(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("a.yaml", CLAIM));
            fixture.kustomization("app", "path: ./, wait: true, timeout: 1s");

            fixture.awaitCondition("app", "Ready", "False", "HealthCheckFailed");

            String subject = "PersistentVolumeClaim/" + fixture.namespace() + "/data";
            assertThat(fixture.condition("app", "Healthy").orElseThrow().message())
                    .isEqualTo("timeout waiting for: [" + subject + " status: 'InProgress']");
            await().atMost(KustomizeFixture.PATIENCE)
                    .untilAsserted(() -> assertThat(messages(cluster)).anySatisfy(message -> assertThat(message)
                            .startsWith("not ready:\n" + subject + ": PVC is not Bound")));
        }
    }

    private static List<String> messages(KubeCluster cluster) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .map(Event::getMessage)
                .toList();
    }
}
