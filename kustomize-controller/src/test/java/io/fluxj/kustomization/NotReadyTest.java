package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** What is not ready when a wait runs out is logged with its last message, beside Flux's own sentence in the condition. */
final class NotReadyTest {
    /** Nobody reconciles it: it stays as the test leaves it. */
    private static final String ARTIFACT = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            metadata: {name: data, namespace: "{ns}"}
            spec: {}
            """;

    private static final String WAITING = """
            {"status": {"conditions": [{"type": "Ready", "status": "False", "reason": "Waiting",
              "message": "waits for its maker", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}
            """;

    @ClusterTest
    void tellsWhatEachObjectSaidLast(KubeCluster cluster) throws Exception {
        try (CapturedLog log = CapturedLog.start();
                KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            leaveUnready(cluster);
            fixture.publish(Map.of("a.yaml", ARTIFACT));
            fixture.kustomization("app", "path: ./, wait: true, timeout: 1s");

            String subject = "ExternalArtifact/" + fixture.namespace() + "/data";
            assertThat(fixture.awaitCondition("app", "Healthy", "False", "HealthCheckFailed")
                            .message())
                    .isEqualTo("timeout waiting for: [" + subject + " status: 'InProgress']");
            fixture.awaitCondition("app", "Ready", "False", "HealthCheckFailed");
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("not ready", subject + ": waits for its maker"));
        }
    }

    private static void leaveUnready(KubeCluster cluster) {
        cluster.client().resource(ARTIFACT.replace("{ns}", cluster.namespace())).create();
        cluster.client()
                .genericKubernetesResources("source.toolkit.fluxcd.io/v1", "ExternalArtifact")
                .inNamespace(cluster.namespace())
                .withName("data")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), WAITING);
    }
}
