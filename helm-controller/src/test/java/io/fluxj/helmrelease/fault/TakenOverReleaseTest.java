package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.helm.Notices;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.release.HelmActions;
import io.fluxj.helmrelease.release.HelmProgram;
import io.fluxj.helmrelease.release.ReleaseTarget;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Releases that the program helm works on between the passes of a controller, or that were there before it. */
@EnabledIfEnvironmentVariable(
        named = "FLUXJ_CLIENTS",
        matches = ".+",
        disabledReason = "FLUXJ_CLIENTS names no folder with the programs helm and helm3")
class TakenOverReleaseTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHART =
            Path.of("src/test/resources/charts/app").toAbsolutePath().toString();
    private static final int NEVER = 1_000_000;

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void helm4WorksOnAReleaseBetweenPasses(KubeCluster cluster) throws Exception {
        takeTurns(cluster, "helm", "--force-conflicts");
    }

    @ClusterTest
    void helm3WorksOnAReleaseBetweenPasses(KubeCluster cluster) throws Exception {
        takeTurns(cluster, "helm3", "--force=false");
    }

    private void takeTurns(KubeCluster cluster, String program, String flag) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, Files.createDirectories(folder.resolve("charts")));
                RunningController _ = field.controller()) {
            String namespace = field.plot();
            HelmProgram helm = HelmProgram.of(program, cluster, folder).in(namespace);
            field.release(namespace, "values: {msg: one}");
            field.awaitSettled(namespace);
            assertThat(helm.run("status", "app")).contains("STATUS: deployed").contains("REVISION: 1");
            assertThat(helm.run("get", "values", "app")).contains("msg: one");

            helm.run("upgrade", "app", CHART, "--set", "msg=theirs", flag);
            field.request(namespace, "after the upgrade");
            awaitRevision(field, namespace, 3);
            assertThat(message(field, namespace)).isEqualTo("one");

            helm.run("rollback", "app", "2", flag);
            assertThat(message(field, namespace)).isEqualTo("theirs");
            field.request(namespace, "after the rollback");
            awaitRevision(field, namespace, 5);
            assertThat(message(field, namespace)).isEqualTo("one");
            assertThat(JSON.readTree(helm.run("history", "app", "-o", "json")))
                    .extracting(revision -> revision.path("revision").asInt() + " "
                            + revision.path("status").asText() + " "
                            + revision.path("description").asText())
                    .containsExactly(
                            "1 superseded Install complete",
                            "2 superseded Upgrade complete",
                            "3 superseded Upgrade complete",
                            "4 superseded Rollback to 2",
                            "5 deployed Upgrade complete");

            helm.run("uninstall", "app");
            field.request(namespace, "after the uninstallation");
            awaitRevision(field, namespace, 1);
            assertThat(message(field, namespace)).isEqualTo("one");

            field.delete(namespace);
            field.awaitSettled(namespace);
            assertThat(helm.run("list", "-q")).isBlank();
        }
    }

    private static void awaitRevision(ReleaseField field, String namespace, long revision) {
        await("revision " + revision + " in " + namespace)
                .atMost(ReleaseField.PATIENCE)
                .until(() -> field.isSettled(namespace)
                        && Optional.ofNullable(field.get(namespace))
                                .flatMap(release ->
                                        release.getStatus().history().stream().findFirst())
                                .filter(newest -> newest.version() == revision)
                                .filter(newest -> newest.status().equals("deployed"))
                                .isPresent());
    }

    private static String message(ReleaseField field, String namespace) {
        return field.data(namespace, "app-cm", "msg");
    }

    @ClusterTest
    void whatHelmMadeAndTheStatusKnowsIsTakenOverWithoutAWrite(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, Files.createDirectories(folder.resolve("charts")))) {
            String namespace = field.plot();
            HelmProgram.of("helm", cluster, folder).in(namespace).run("install", "app", CHART, "--set", "msg=theirs");
            settle(field, namespace);
            try (FaultyApi api = FaultyApi.start();
                    KubernetesClient client = api.client(cluster)) {
                Trouble seen = api.expect(namespace, Fault.LOST, NEVER);
                try (RunningController _ = field.controller(client)) {
                    await("a look at the records").atMost(ReleaseField.PATIENCE).until(() -> seen.sent().stream()
                            .anyMatch(line -> line.contains("/secrets?")));
                    field.request(namespace, "look again");
                    await("a second pass").atMost(ReleaseField.PATIENCE).until(() -> "look again"
                            .equals(status(field, namespace).lastHandledReconcileAt()));
                }
                assertThat(seen.sent())
                        .filteredOn(line -> !line.startsWith("GET "))
                        .allMatch(line -> line.contains("/helmreleases/app/status"));
                assertThat(status(field, namespace).history()).hasSize(1);
            }
        }
    }

    private static HelmReleaseStatus status(ReleaseField field, String namespace) {
        HelmRelease release = field.get(namespace);
        if (release == null) {
            throw new AssertionError("the release's object is gone");
        }
        return release.getStatus();
    }

    /** As a controller of Flux would have left it. */
    private static void settle(ReleaseField field, String namespace) throws Exception {
        field.release(namespace, "values: {msg: theirs}");
        ReleaseTarget target = new ReleaseTarget(
                Cluster.of(field.client()), namespace, namespace, 5, HealthRules.standard(), Waits.plain(), "test");
        Release made = HelmActions.of(target, Notices.NONE, _ -> {})
                .history()
                .last("app")
                .orElseThrow();
        ReleaseSnapshot entry = new Snapshots(DigestAlgorithm.SHA256).of(made, "", "install");
        Map<String, Object> condition = Map.of(
                "type", "Ready",
                "status", "True",
                "reason", "InstallSucceeded",
                "message", "Helm install succeeded for release %s/app.v1 with chart app@1.0.0".formatted(namespace),
                "observedGeneration", 1,
                "lastTransitionTime", "2026-01-01T00:00:00Z");
        Map<String, Object> released = new HashMap<>(condition);
        released.put("type", "Released");
        Map<String, Object> status = new HashMap<>(Map.of(
                "conditions",
                List.of(condition, released),
                "history",
                List.of(entry),
                "lastAttemptedConfigDigest",
                entry.configDigest(),
                "lastAttemptedGeneration",
                1,
                "lastAttemptedReleaseAction",
                "install",
                "lastAttemptedRevision",
                "1.0.0",
                "observedGeneration",
                1,
                "storageNamespace",
                namespace));
        String patch = JSON.writeValueAsString(Map.of("status", status));
        field.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName("app")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        field.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"finalizers\":[\"finalizers.fluxcd.io\"]}}");
    }
}
