package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.HistoryEntry;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster that nobody touches costs the API server nothing; one that somebody touches is put right at once. */
final class QuietClusterTest {
    private static final Map<String, String> FILES = Map.of("app/a.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            data: {k: mine}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: "{ns}"}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """);

    private final SentRequests requests = new SentRequests();

    @ClusterTest
    void aPassWithNothingToDoSendsNoRequest(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, requests)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", "path: app, wait: true");
            fixture.awaitApplied("app", revision);
            fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");
            fixture.every("app", "1s");

            await("passes without requests").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> {
                awaitAnotherPass(fixture);
                requests.clear();
                awaitAnotherPass(fixture);
                awaitAnotherPass(fixture);
                assertThat(requests.sent()).isEmpty();
            });
        }
    }

    @ClusterTest
    void passesWithNothingToDoAreCountedWithTheNextOne(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, requests)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", "path: app");
            fixture.awaitApplied("app", revision);
            fixture.every("app", "1s");
            awaitAnotherPass(fixture);
            awaitAnotherPass(fixture);
            awaitAnotherPass(fixture);

            fixture.request("app", "now");

            await("handled").atMost(KustomizeFixture.PATIENCE).until(() -> "now"
                    .equals(fixture.get("app").getStatus().lastHandledReconcileAt()));
            HistoryEntry newest = fixture.get("app").getStatus().history().getFirst();
            assertThat(newest.totalReconciliations()).isGreaterThanOrEqualTo(5);
        }
    }

    @ClusterTest
    void aCommitElsewhereIsTakenOverAndNothingIsApplied(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, requests)) {
            Map<String, String> files = new TreeMap<>(FILES);
            files.put(
                    "after/b.yaml",
                    Objects.requireNonNull(FILES.get("app/a.yaml")).replaceAll("name: (a|web)", "name: $1-2"));
            String first = fixture.publish(files);
            fixture.kustomization("app", "path: app, wait: true");
            fixture.kustomization("after", "path: after, dependsOn: [{name: app}]");
            fixture.awaitApplied("after", first);

            await("commits without applies").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> {
                requests.clear();
                files.put("elsewhere/c.yaml", "x: " + System.nanoTime());
                String next = fixture.publish(files);
                fixture.awaitApplied("app", next);
                fixture.awaitApplied("after", next);
                assertThat(requests.sent())
                        .isNotEmpty()
                        .allMatch(line -> line.matches(
                                "(GET|PATCH) .*/kustomizations/(app|after)(/status)?|(POST|PATCH) .*/events.*"));
            });
            fixture.awaitMessage("after", message -> message.startsWith("Reconciliation finished"));
        }
    }

    @ClusterTest
    void whatWasChangedByHandIsPutRightAtOnce(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", "path: app");
            fixture.awaitApplied("app", revision);

            change(cluster);
            await("corrected").atMost(KustomizeFixture.PATIENCE).until(() -> value(cluster)
                    .equals(Optional.of("mine")));

            cluster.client()
                    .configMaps()
                    .inNamespace(cluster.namespace())
                    .withName("a")
                    .delete();
            await("created again").atMost(KustomizeFixture.PATIENCE).until(() -> value(cluster)
                    .equals(Optional.of("mine")));
        }
    }

    @ClusterTest
    void aGateLeavesItToTheInterval(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--feature-gates=CorrectDriftAtOnce=false")) {
            String revision = fixture.publish(FILES);
            fixture.kustomization("app", "path: app");
            fixture.awaitApplied("app", revision);

            change(cluster);

            await("left alone").during(Duration.ofSeconds(3)).until(() -> value(cluster)
                    .equals(Optional.of("theirs")));
            fixture.request("app", "now");
            await("corrected").atMost(KustomizeFixture.PATIENCE).until(() -> value(cluster)
                    .equals(Optional.of("mine")));
        }
    }

    private static void awaitAnotherPass(KustomizeFixture fixture) {
        long before = finished(fixture);
        await("another pass").atMost(KustomizeFixture.PATIENCE).until(() -> finished(fixture) > before);
    }

    private static long finished(KustomizeFixture fixture) {
        return fixture.messages("app").stream()
                .filter(message -> message.startsWith("Reconciliation finished"))
                .count();
    }

    private static void change(KubeCluster cluster) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("a")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"k\": \"theirs\"}}");
    }

    private static Optional<String> value(KubeCluster cluster) {
        return Optional.ofNullable(cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName("a")
                        .get())
                .map(map -> Objects.requireNonNull(map.getData().get("k")));
    }
}
