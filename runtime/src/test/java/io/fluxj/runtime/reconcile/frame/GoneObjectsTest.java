package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Of objects that are gone nothing is kept, however many there were. */
class GoneObjectsTest {
    private static final String KIND = "GitRepository";
    private static final int MANY = 1000;
    /** What is kept is ours alone: another server adds nothing but time. */
    private static final int FEWER = 100;

    private static final int AT_ONCE = 8;

    @ClusterTest
    void manyComeAndGo(KubeCluster cluster) throws Exception {
        int count = cluster.isReal() ? FEWER : MANY;
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            if (pass.object().getMetadata().getName().endsWith("7")) {
                throw Retryable.of(TestReason.STORED, "broken");
            }
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
        ScriptedController controller = ScriptedController.ofGitRepositories(script);
        try (RunningController running = controller.start(cluster, "--min-retry-delay=1s")) {
            each(count, i -> objects.gitRepository("repo-" + i));
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> script.passes() >= count);
            each(count, i -> {
                if (i % 2 == 0) {
                    objects.patch(KIND, "repo-" + i, "{\"metadata\":{\"finalizers\":null}}");
                }
                objects.delete(KIND, "repo-" + i);
            });

            Awaitility.await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(controller.kinds())
                    .allSatisfy(kind -> assertThat(kind.kept()).isEqualTo(List.of(0, 0, 0, 0))));
            assertThat(script.forgotten()).isGreaterThanOrEqualTo(count);
            assertThat(metrics(running)).doesNotContain("repo-");
        }
    }

    private static void each(int count, IntConsumer action) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<?> done : threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(i -> Executors.callable(() -> action.accept(i)))
                    .toList())) {
                done.get();
            }
        }
    }

    private static String metrics(RunningController running) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + running.metricsPort() + "/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
