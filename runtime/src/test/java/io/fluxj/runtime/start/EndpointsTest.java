package io.fluxj.runtime.start;

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
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What a running controller serves. */
class EndpointsTest {
    private static final List<String> METRICS = List.of(
            "gotk_reconcile_duration_seconds_bucket{kind=\"GitRepository\",name=\"repo\",namespace=",
            "controller_runtime_reconcile_total{controller=\"gitrepository\",result=\"requeue_after\"} 1",
            "controller_runtime_reconcile_errors_total{controller=\"gitrepository\"} 0",
            "controller_runtime_terminal_reconcile_errors_total{controller=\"gitrepository\"} 0",
            "controller_runtime_reconcile_panics_total{controller=\"gitrepository\"} 0",
            "controller_runtime_reconcile_time_seconds_count{controller=\"gitrepository\"} 1",
            "controller_runtime_active_workers{controller=\"gitrepository\"} 0",
            "controller_runtime_max_concurrent_reconciles{controller=\"gitrepository\"} 4",
            "workqueue_depth{controller=\"gitrepository\",name=\"gitrepository\"} 0",
            "workqueue_adds_total{controller=\"gitrepository\",name=\"gitrepository\"} 1",
            "workqueue_longest_running_processor_seconds{controller=\"gitrepository\",name=\"gitrepository\"} 0",
            "workqueue_unfinished_work_seconds{controller=\"gitrepository\",name=\"gitrepository\"} 0",
            "go_info{version=\"java",
            "go_memstats_alloc_bytes ",
            "process_resident_memory_bytes ",
            "go_threads ",
            "jvm_memory_used_bytes{area=\"heap\",",
            "operator_sdk_controllers_execution_reconcile_seconds_count{");

    private static Script<GitRepository, GitRepositoryStatus> script() {
        return Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @ClusterTest
    void metricsHaveTheNamesOfTheReference(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        try (RunningController running =
                ScriptedController.ofGitRepositories(script()).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady("GitRepository", "repo", "True");

            Awaitility.await().untilAsserted(() -> assertThat(
                            get(running.metricsPort(), "/metrics").body())
                    .contains(METRICS));

            objects.delete("GitRepository", "repo");
            Awaitility.await().untilAsserted(() -> assertThat(
                            get(running.metricsPort(), "/metrics").body())
                    .doesNotContain("name=\"repo\""));
        }
    }

    /** What the alert rules of guides look at. */
    @ClusterTest
    void metricsTellWhichObjectsFailAndWhichAreSuspended(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        AtomicBoolean broken = new AtomicBoolean(true);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            if (broken.get()) {
                throw Retryable.of(TestReason.STORED, "broken");
            }
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
        String labels = "{kind=\"GitRepository\",name=\"repo\",namespace=\"" + cluster.namespace() + "\"} ";
        try (RunningController running =
                ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            Awaitility.await().untilAsserted(() -> assertThat(
                            get(running.metricsPort(), "/metrics").body())
                    .containsPattern(Pattern.quote("gotk_reconcile_error_total" + labels) + "[1-9]")
                    .contains("gotk_suspend_status" + labels + "0"));

            broken.set(false);
            objects.request("GitRepository", "repo", "mended");
            Awaitility.await().untilAsserted(() -> assertThat(
                            get(running.metricsPort(), "/metrics").body())
                    .doesNotContain("gotk_reconcile_error_total" + labels));

            objects.patch("GitRepository", "repo", "{\"spec\": {\"suspend\": true}}");
            Awaitility.await().untilAsserted(() -> assertThat(
                            get(running.metricsPort(), "/metrics").body())
                    .contains("gotk_suspend_status" + labels + "1"));
        }
    }

    @ClusterTest
    void probesAnswerOk(KubeCluster cluster) throws Exception {
        try (RunningController running =
                ScriptedController.ofGitRepositories(script()).start(cluster)) {
            assertThat(get(running.healthPort(), "/healthz").body()).isEqualTo("ok");
            assertThat(get(running.healthPort(), "/readyz").body()).isEqualTo("ok");
            assertThat(get(running.metricsPort(), "/debug/pprof/goroutine").body())
                    .contains("java.lang.Thread");
            assertThat(get(running.metricsPort(), "/debug/pprof/nonsense").statusCode())
                    .isEqualTo(404);
        }
    }
}
