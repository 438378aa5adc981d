package io.fluxj.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas, of which one leads: both serve. */
class ReplicasTest {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @TempDir
    Path work;

    /** A replica with a store and a port of its own; to others all have the same address, as behind a Service. */
    private record Replica(RunningController running, Path store, String address) implements AutoCloseable {
        static Replica start(KubeCluster cluster, Path store) throws Exception {
            Files.createDirectories(store);
            String address = "127.0.0.1:" + FreePort.choose();
            SourceController definition = new SourceController();
            SourceControllerOptions options = ControllerProgram.parse(
                    definition,
                    "--watch-all-namespaces=false",
                    "--enable-leader-election",
                    "--leader-election-retry-period=500ms",
                    "--storage-path=" + store,
                    "--storage-addr=" + address,
                    "--storage-adv-addr=source-controller.test",
                    "--metrics-addr=0",
                    "--health-addr=0");
            RunningController running = ControllerProgram.start(
                    definition,
                    options,
                    cluster.client(),
                    Map.of("RUNTIME_NAMESPACE", cluster.namespace(), "HOSTNAME", "pod-" + address.substring(10)));
            return new Replica(running, store, address);
        }

        void awaitLeading() throws Exception {
            running.working().get(120, TimeUnit.SECONDS);
        }

        HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                return http.send(
                        HttpRequest.newBuilder(URI.create("http://" + address + "/" + path))
                                .build(),
                        BodyHandlers.ofByteArray());
            }
        }

        @Override
        public void close() {
            running.close();
        }
    }

    private static String path(GitRepository repository) {
        return TestController.artifact(repository).path();
    }

    private static GitRepository awaitRevision(KubeCluster cluster, String hash) {
        return TestController.await(
                cluster,
                found -> found.getStatus().artifact() != null
                        && TestController.artifact(found).revision().endsWith(hash));
    }

    private static void lookNow(KubeCluster cluster, String token) {
        cluster.client()
                .resources(GitRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
    }

    @ClusterTest
    void serveTheSameAndGoOnWhenTheLeaderIsGone(KubeCluster cluster) throws Exception {
        Path own = work.resolve(cluster.namespace());
        Path repositories = Files.createDirectories(own.resolve("repositories"));
        TestRepository repository = TestRepository.create(repositories, "app.git");
        String first = repository.commit(Map.of("a.yaml", "a: 1"));
        try (GitTestServer git = GitTestServer.start(repositories);
                Replica one = Replica.start(cluster, own.resolve("one"))) {
            one.awaitLeading();
            TestController.apply(
                    cluster,
                    git.url("app.git"),
                    "1h",
                    spec -> spec.withRef(io.fluxj.api.source.v1.GitRepositoryReference.builder()
                            .branch("main")
                            .build()));
            String stored = path(awaitRevision(cluster, first));
            try (Replica two = Replica.start(cluster, own.resolve("two"))) {
                assertThat(two.get("").statusCode()).isEqualTo(OK);
                assertThat(two.get(stored).body()).isEqualTo(one.get(stored).body());
                assertThat(two.running().working()).isNotDone();

                String second = repository.commit(Map.of("a.yaml", "a: 2"));
                lookNow(cluster, "1");
                String newer = path(awaitRevision(cluster, second));
                Awaitility.await("what nobody asked for")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> Files.exists(two.store().resolve(newer)));

                assertThat(two.get("gitrepository/" + cluster.namespace() + "/app/none.tar.gz")
                                .statusCode())
                        .isEqualTo(NOT_FOUND);
                assertThat(two.get("gitrepository/" + cluster.namespace() + "/other/none.tar.gz")
                                .statusCode())
                        .isEqualTo(NOT_FOUND);

                byte[] bytes = one.get(newer).body();
                one.running().close();
                assertThat(two.get(newer).body()).isEqualTo(bytes);
                two.awaitLeading();

                String third = repository.commit(Map.of("a.yaml", "a: 3"));
                lookNow(cluster, "2");
                String newest = path(awaitRevision(cluster, third));
                assertThat(two.get(newest).statusCode()).isEqualTo(OK);
                assertThat(two.get(newer).body()).isEqualTo(bytes);
            }
        }
    }
}
