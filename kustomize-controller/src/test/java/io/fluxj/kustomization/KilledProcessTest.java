package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The controller as a process of its own that dies without warning in the middle of its work, and the one that goes on after it. */
final class KilledProcessTest {

    private static final int MANY = 60;
    private static final int FEW = 3;

    @TempDir
    Path work;

    private final Deque<Process> processes = new ArrayDeque<>();
    private final List<Runnable> successors = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        successors.forEach(Runnable::run);
    }

    @ClusterTest
    void killedWhileApplyingItAppliesTheRest(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            String revision = fixture.publish(Map.of("app/all.yaml", configMaps(0, MANY, "1")));
            fixture.kustomization("app", "path: app");

            killOnce(cluster, () -> !data(cluster).isEmpty());
            goOn(cluster);

            fixture.awaitApplied("app", revision);
            assertSettled(fixture, cluster, revision, maps(0, MANY, "1"));
        }
    }

    @ClusterTest
    void whatItAppliedBeforeItWasKilledIsPrunedWhenItLeftTheSourceMeanwhile(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            fixture.publish(Map.of("app/all.yaml", configMaps(0, MANY, "1")));
            fixture.kustomization("app", "path: app");

            killOnce(cluster, () -> !data(cluster).isEmpty());
            String revision = fixture.publish(Map.of("app/all.yaml", configMaps(MANY - 1, MANY, "1")));
            goOn(cluster);

            fixture.awaitApplied("app", revision);
            assertSettled(fixture, cluster, revision, maps(MANY - 1, MANY, "1"));
        }
    }

    @ClusterTest
    void killedWhilePruningItPrunesTheRest(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            String first = fixture.publish(Map.of("app/all.yaml", configMaps(0, MANY, "1")));
            fixture.kustomization("app", "path: app");
            start(cluster);
            fixture.awaitApplied("app", first);

            String revision = fixture.publish(Map.of("app/all.yaml", configMaps(0, FEW, "1")));
            killWhen(() -> data(cluster).size() < MANY);
            goOn(cluster);

            fixture.awaitApplied("app", revision);
            assertSettled(fixture, cluster, revision, maps(0, FEW, "1"));
        }
    }

    @ClusterTest
    void killedWhileItSaysThatItWorksItSaysTheEnd(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            String first = fixture.publish(Map.of("app/all.yaml", configMaps(0, FEW, "1")));
            fixture.kustomization("app", "path: app");
            start(cluster);
            fixture.awaitApplied("app", first);

            String revision = fixture.publish(Map.of("app/all.yaml", configMaps(0, MANY, "2")));
            killWhen(() -> fixture.condition("app", "Reconciling").isPresent()
                    || data(cluster).containsValue("2"));
            goOn(cluster);

            fixture.awaitApplied("app", revision);
            assertSettled(fixture, cluster, revision, maps(0, MANY, "2"));
        }
    }

    @ClusterTest
    void killedWhileItCleansUpItLeavesNothingBehind(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            String first = fixture.publish(Map.of("app/all.yaml", configMaps(0, MANY, "1")));
            fixture.kustomization("app", "path: app");
            start(cluster);
            fixture.awaitApplied("app", first);

            cluster.client().resource(fixture.get("app")).delete();
            killWhen(() -> data(cluster).size() < MANY);
            goOn(cluster);

            await("deleted").atMost(KustomizeFixture.PATIENCE).until(() -> fixture.get("app") == null);
            assertThat(data(cluster)).isEmpty();
        }
    }

    @ClusterTest
    void theNextProcessClearsTheFolderOfTheKilledOne(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.objectsOnly(cluster)) {
            fixture.publish(Map.of("app/all.yaml", configMaps(0, FEW, "1")));
            fixture.kustomization("app", "path: app");
            killOnce(cluster, () -> !data(cluster).isEmpty());
            assertThat(temporaryFolders()).hasSize(1);
            Path left = temporaryFolders().getFirst();

            start(cluster);

            await("another folder").atMost(KustomizeFixture.PATIENCE).until(() -> {
                List<Path> now = temporaryFolders();
                return now.size() == 1 && !now.contains(left);
            });
            fixture.awaitApplied("app", fixture.publish(Map.of("app/all.yaml", configMaps(0, FEW, "2"))));
            processes.getLast().destroy();
            assertThat(processes.getLast().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(temporaryFolders()).isEmpty();
        }
    }

    /** As if nothing had happened. */
    private static void assertSettled(
            KustomizeFixture fixture, KubeCluster cluster, String revision, Map<String, String> wanted) {
        await("settled").atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> {
            Kustomization object = fixture.get("app");
            assertThat(object.getStatus().conditions().stream()
                            .map(KilledProcessTest::told)
                            .toList())
                    .containsExactly("Ready=True ReconciliationSucceeded Applied revision: " + revision);
            assertThat(inventory(object.getStatus()))
                    .containsExactlyElementsOf(wanted.keySet().stream()
                            .map(name -> cluster.namespace() + "_" + name + "__ConfigMap")
                            .toList());
            assertThat(object.getStatus().lastAttemptedRevision()).isEqualTo(revision);
            assertThat(data(cluster)).isEqualTo(wanted);
        });
    }

    private static String told(Condition condition) {
        return condition.type() + "=" + condition.status().text() + " " + condition.reason() + " "
                + condition.message();
    }

    private static List<String> inventory(KustomizationStatus status) {
        return Objects.requireNonNull(status.inventory()).entries().stream()
                .map(ResourceReference::id)
                .toList();
    }

    /** Value by name of the ConfigMaps that are in the cluster. */
    private static Map<String, String> data(KubeCluster cluster) {
        Map<String, String> data = new TreeMap<>();
        for (ConfigMap map : cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .list()
                .getItems()) {
            if (map.getMetadata().getName().startsWith("many-")) {
                data.put(map.getMetadata().getName(), map.getData().get("k"));
            }
        }
        return data;
    }

    private static Map<String, String> maps(int from, int to, String value) {
        Map<String, String> maps = new TreeMap<>();
        IntStream.range(from, to).forEach(i -> maps.put("many-%03d".formatted(i), value));
        return maps;
    }

    private static String configMaps(int from, int to, String value) {
        StringBuilder text = new StringBuilder();
        maps(from, to, value).keySet().forEach(name -> text.append("""
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: %s, namespace: "{ns}"}
                    data: {k: "%s"}
                    """.formatted(name, value)));
        return text.toString();
    }

    private void killOnce(KubeCluster cluster, Callable<Boolean> moment) throws Exception {
        start(cluster);
        killWhen(moment);
    }

    /** The moment differs a little from run to run, which is the point. */
    private void killWhen(Callable<Boolean> moment) throws Exception {
        await("the moment to kill it")
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .atMost(KustomizeFixture.PATIENCE)
                .until(moment);
        processes.getLast().destroyForcibly().waitFor();
    }

    private List<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.filter(file -> file.getFileName().toString().startsWith("fluxj-"))
                    .toList();
        }
    }

    private Path temporary() throws IOException {
        return Files.createDirectories(work.resolve("tmp"));
    }

    /** What the killed one left is all that its successor knows of it, in whichever process that works. */
    private void goOn(KubeCluster cluster) throws Exception {
        successors.add(KustomizeFixture.startController(cluster, List.of()));
    }

    private void start(KubeCluster cluster) throws IOException {
        List<String> command = TestJvm.command("-Xmx256m");
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary(),
                KustomizeController.class.getName(),
                "--watch-label-selector=test=" + cluster.namespace(),
                "--metrics-addr=0",
                "--health-addr=0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("controller.log").toFile()));
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        builder.environment().put("RUNTIME_NAMESPACE", cluster.namespace());
        processes.add(builder.start());
    }
}
