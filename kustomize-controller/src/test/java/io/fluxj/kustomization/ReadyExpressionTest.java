package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** {@code spec.dependsOn[].readyExpr}: an expression decides whether a dependency is ready. */
final class ReadyExpressionTest {

    private static final Map<String, String> FILES = Map.of("app/a.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            """);

    private static final String DEPENDING =
            "path: app, dependsOn: [{name: base, readyExpr: 'dep.?metadata.?labels.?stage.orValue(\"\") == \"done\"'}]";

    @ClusterTest
    void anyChangeOfTheDependencyMayMakeItHold(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("base", "path: missing");
            fixture.kustomization("app", DEPENDING);
            fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady");
            assertThat(message(fixture))
                    .isEqualTo(
                            "dependency '" + fixture.namespace() + "/base' is not ready according to readyExpr eval");

            label(cluster, "done");

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void theBuiltInCheckIsMadeTooWhereTheGateSaysSo(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(
                cluster, "--requeue-dependency=1h", "--feature-gates=AdditiveCELDependencyCheck=true")) {
            fixture.publish(FILES);
            fixture.kustomization("base", "path: missing");
            fixture.awaitCondition("base", "Ready", "False", "ArtifactFailed");
            fixture.kustomization("app", "path: app, dependsOn: [{name: base, readyExpr: 'true'}]");

            fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady");

            assertThat(message(fixture)).isEqualTo("dependency '" + fixture.namespace() + "/base' is not ready");
        }
    }

    @ClusterTest
    void anExpressionThatFailsIsAReasonToWait(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            fixture.publish(FILES);
            fixture.kustomization("base", "path: missing");
            fixture.kustomization("app", "path: app, dependsOn: [{name: base, readyExpr: 'dep.spec.none > 1'}]");

            fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady");

            assertThat(message(fixture))
                    .isEqualTo("failed to evaluate the CEL expression 'dep.spec.none > 1': no such key: none");
        }
    }

    private static void label(KubeCluster cluster, String stage) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName("base")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"labels\": {\"stage\": \"%s\"}}}".formatted(stage));
    }

    private static String message(KustomizeFixture fixture) {
        return fixture.condition("app", "Ready").orElseThrow().message();
    }
}
