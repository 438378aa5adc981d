package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** What starts a pass or ends one early, with all timers far away. */
final class WakingTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s, namespace: "{ns}"}
            data: {k: v}
            """;
    private static final String NEVER_READY = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: "{ns}"}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {nodeSelector: {none: such}, containers: [{name: c, image: nginx}]}
            """;

    @ClusterTest
    void aDependencyThatBecomesReadyWakesThoseThatWait(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            fixture.publish(Map.of("app/a.yaml", CONFIG_MAP.formatted("a")));
            fixture.kustomization("base", "path: base");
            fixture.kustomization("app", "path: app, dependsOn: [{name: base}]");
            fixture.awaitCondition("base", "Ready", "False", "ArtifactFailed");
            fixture.awaitCondition("app", "Ready", "False", "DependencyNotReady");

            String revision = fixture.publish(
                    Map.of("app/a.yaml", CONFIG_MAP.formatted("a"), "base/b.yaml", CONFIG_MAP.formatted("b")));

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void aSourceThatAppearsWakesThoseThatNameIt(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--requeue-dependency=1h")) {
            fixture.kustomization("app", "path: ./");
            fixture.awaitCondition("app", "Ready", "False", "ArtifactFailed");

            String revision = fixture.publish(Map.of("a.yaml", CONFIG_MAP.formatted("a")));

            fixture.awaitApplied("app", revision);
        }
    }

    @ClusterTest
    void aNewerRevisionEndsAHealthCheckAtOnce(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("web.yaml", NEVER_READY));
            fixture.kustomization("app", "path: ./, wait: true, timeout: 30m");
            fixture.awaitCondition("app", "Healthy", "Unknown", "Progressing");

            String revision = fixture.publish(Map.of("a.yaml", CONFIG_MAP.formatted("a")));

            fixture.awaitApplied("app", revision);
            assertThat(fixture.messages("app"))
                    .contains("Health checks canceled due to new reconciliation triggered by GitRepository/"
                            + fixture.namespace() + "/src");
        }
    }

    @ClusterTest
    void aHealthCheckHoldsNoWorker(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--concurrent=1")) {
            String revision =
                    fixture.publish(Map.of("web/web.yaml", NEVER_READY, "app/a.yaml", CONFIG_MAP.formatted("a")));
            fixture.kustomization("web", "path: web, wait: true, timeout: 30m");
            fixture.awaitCondition("web", "Healthy", "Unknown", "Progressing");

            fixture.kustomization("app", "path: app");

            fixture.awaitApplied("app", revision);
        }
    }
}
