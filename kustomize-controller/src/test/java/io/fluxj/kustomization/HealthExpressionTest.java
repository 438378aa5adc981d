package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** {@code spec.healthCheckExprs}: expressions decide whether objects of a kind are healthy. */
final class HealthExpressionTest {

    /** Nobody reconciles it: its status is what the test writes. */
    private static final Map<String, String> FILES = Map.of("a.yaml", """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            metadata: {name: data, namespace: "{ns}"}
            spec: {}
            """);

    private static final String EXPRESSIONS = "path: ./, wait: true, timeout: 30m, healthCheckExprs: [{apiVersion:"
            + " source.toolkit.fluxcd.io/v1, %s failed: 'status.conditions.exists(c, c.type == \"Broken\")',"
            + " current: 'status.conditions.exists(c, c.type == \"Done\")'}]";

    @ClusterTest
    void aChangeOfTheObjectEndsTheWait(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", EXPRESSIONS.formatted("kind: ExternalArtifact,"));
            fixture.awaitCondition("app", "Healthy", "Unknown", "Progressing");

            say(cluster, "Done");

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void anEntryWithoutAKindIsForTheGroup(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(FILES);
            fixture.kustomization("app", EXPRESSIONS.formatted(""));
            fixture.awaitCondition("app", "Healthy", "Unknown", "Progressing");

            say(cluster, "Broken");

            assertThat(fixture.awaitCondition("app", "Healthy", "False", "HealthCheckFailed")
                            .message())
                    .isEqualTo("failed early due to stalled resources: [ExternalArtifact/%s/data status: 'Failed']"
                            .formatted(fixture.namespace()));
        }
    }

    @ClusterTest
    void anExpressionOfNoUseIsRefusedWhetherOrNotAnythingWaits(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization(
                    "app", "path: ./, healthCheckExprs: [{apiVersion: v1, kind: A, failed: '1', current: 'true'}]");

            assertThat(fixture.awaitCondition("app", "Stalled", "True", "InvalidCELExpression")
                            .message())
                    .isEqualTo("Reconciliation failed terminally due to configuration error: failed to create custom"
                            + " status evaluator for healthchecks[0]: failed to parse the expression Failed:"
                            + " CEL expression output type mismatch: expected bool, got int");

            fixture.kustomization("app", "path: ./, healthCheckExprs: [{apiVersion: v1, kind: A, current: 'true'}]");
            fixture.awaitApplied("app", revision);
        }
    }

    private static void say(KubeCluster cluster, String type) {
        cluster.client()
                .genericKubernetesResources("source.toolkit.fluxcd.io/v1", "ExternalArtifact")
                .inNamespace(cluster.namespace())
                .withName("data")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"status": {"conditions": [{"type": "%s", "status": "True", "reason": "Told", "message": "",
                          "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}""".formatted(type));
    }
}
