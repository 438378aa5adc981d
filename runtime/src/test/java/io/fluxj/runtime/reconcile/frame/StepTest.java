package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;

/** A step's name is all that is needed to see it: while it is taken, in the metrics, in a recording. */
class StepTest {
    private static final String KIND = "Kustomization";
    private static final Outcome APPLIED =
            Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "Applied", Duration.ofHours(1));

    @ClusterTest
    void isSeenWhileItIsTakenAndCountedAfterwards(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(
                Duration.ofHours(1),
                pass -> pass.step(
                        "build",
                        () -> pass.step("fetch", () -> {
                            within.countDown();
                            go.await();
                            return APPLIED;
                        })));
        try (RunningController running =
                ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("web");
            within.await();

            String object = "Kustomization/" + cluster.namespace() + "/web";
            assertThat(get(running, "/debug/steps").lines().map(line -> line.substring(line.indexOf(' ') + 1)))
                    .containsExactly(object + " build", object + " fetch");

            go.countDown();
            objects.awaitReady(KIND, "web", "True");
            assertThat(get(running, "/debug/steps")).isEmpty();
            assertThat(get(running, "/metrics"))
                    .contains("fluxj_step_duration_seconds_count{kind=\"Kustomization\",step=\"build\"} 1\n")
                    .contains("fluxj_step_duration_seconds_count{kind=\"Kustomization\",step=\"fetch\"} 1\n");
        }
    }

    @ClusterTest
    void isASpanOfARecording(KubeCluster cluster, @TempDir Path folder) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script =
                Scripts.kustomizations(Duration.ofHours(1), pass -> pass.step("prune", () -> APPLIED));
        try (Recording recording = new Recording();
                RunningController _ =
                        ScriptedController.ofKustomizations(script).start(cluster)) {
            recording.enable("io.fluxj.Step");
            recording.start();
            objects.kustomization("web");
            objects.awaitReady(KIND, "web", "True");
            recording.stop();
            recording.dump(folder.resolve("steps.jfr"));

            assertThat(RecordingFile.readAllEvents(folder.resolve("steps.jfr")))
                    .extracting(StepTest::told)
                    .contains("prune of Kustomization/" + cluster.namespace() + "/web");
        }
    }

    private static String told(RecordedEvent event) {
        return event.getString("step") + " of " + event.getString("object");
    }

    @ClusterTest
    void endsAtItsLimit(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script =
                Scripts.kustomizations(Duration.ofHours(1), StepTest::neverReady);
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("slow");

            assertThat(objects.awaitReady(KIND, "slow", "False")
                            .at("/conditions/0/message")
                            .asText())
                    .isEqualTo("the step resolveSource was not over after 50ms");
        }
    }

    private static Outcome neverReady(Pass<Kustomization, KustomizationStatus> pass)
            throws Failure, InterruptedException {
        return pass.step("resolveSource", Duration.ofMillis(50), () -> {
            new CountDownLatch(1).await();
            return APPLIED;
        });
    }

    private static String get(RunningController running, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + running.metricsPort() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
