package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
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

    private static final String A = CONFIG_MAP.formatted("a");
    private static final String HELD = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: held, namespace: "{ns}", finalizers: [test.dev/hold]}
            immutable: true
            data: {k: "%s"}
            """;
    private static final String SLOW_CLASS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: "slowclasses.{ns}.corpus.test"}
            spec:
              group: "{ns}.corpus.test"
              scope: Namespaced
              names: {kind: SlowClass, plural: slowclasses, singular: slowclass}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            ---
            apiVersion: "{ns}.corpus.test/v1"
            kind: SlowClass
            metadata: {name: slow, namespace: "{ns}"}
            spec: {n: %s}
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
            fixture.awaitMessage(
                    "app",
                    ("Health checks canceled due to new reconciliation triggered by GitRepository/"
                            + fixture.namespace() + "/src")::equals);
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

    /** Neither while an early stage becomes ready nor while a replaced object goes. */
    @ClusterTest
    void anApplyThatWaitsHoldsNoWorkerAndEndsWithANewerRevision(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--concurrent=1")) {
            String first = fixture.publish(
                    Map.of("held/a.yaml", HELD.formatted("1"), "slow/a.yaml", SLOW_CLASS.formatted("1")));
            fixture.kustomization("held", "path: held, force: true");
            fixture.kustomization("slow", "path: slow");
            fixture.awaitApplied("held", first);
            fixture.awaitApplied("slow", first);
            makeUnready(cluster);
            fixture.publish(Map.of(
                    "held/a.yaml", HELD.formatted("2"), "slow/a.yaml", SLOW_CLASS.formatted("2"), "app/a.yaml", A));
            await().atMost(KustomizeFixture.PATIENCE)
                    .until(() -> isGoing(cluster)
                            && slow(cluster).get().get("spec", "n").equals(2));

            fixture.kustomization("app", "path: app");

            fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");
            assertThat(isGoing(cluster)).isTrue();

            String revision = fixture.publish(Map.of("held/b.yaml", A, "slow/b.yaml", A, "app/a.yaml", A));
            fixture.awaitApplied("slow", revision);
            release(cluster);
        }
    }

    private static Resource<GenericKubernetesResource> slow(KubeCluster cluster) {
        return cluster.client()
                .genericKubernetesResources(new ResourceDefinitionContext.Builder()
                        .withGroup(cluster.namespace() + ".corpus.test")
                        .withVersion("v1")
                        .withKind("SlowClass")
                        .withPlural("slowclasses")
                        .withNamespaced(true)
                        .build())
                .inNamespace(cluster.namespace())
                .withName("slow");
    }

    /** Its controller has not seen what is wanted yet. */
    private static void makeUnready(KubeCluster cluster) {
        slow(cluster).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\": {\"observedGeneration\": 0}}");
    }

    private static boolean isGoing(KubeCluster cluster) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("held")
                .get()
                .isMarkedForDeletion();
    }

    private static void release(KubeCluster cluster) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("held")
                .edit(map -> new ConfigMapBuilder(map)
                        .editMetadata()
                        .withFinalizers()
                        .endMetadata()
                        .build());
    }
}
