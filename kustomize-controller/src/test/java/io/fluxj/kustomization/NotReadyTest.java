package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** What is not ready when a wait runs out is logged with its last message, beside Flux's own sentence in the condition. */
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
        try (CapturedLog log = CapturedLog.start();
                KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("a.yaml", CLAIM));
            fixture.kustomization("app", "path: ./, wait: true, timeout: 1s");

            String subject = "PersistentVolumeClaim/" + fixture.namespace() + "/data";
            assertThat(fixture.awaitCondition("app", "Healthy", "False", "HealthCheckFailed")
                            .message())
                    .isEqualTo("timeout waiting for: [" + subject + " status: 'InProgress']");
            fixture.awaitCondition("app", "Ready", "False", "HealthCheckFailed");
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("not ready", subject + ": PVC is not Bound"));
        }
    }
}
