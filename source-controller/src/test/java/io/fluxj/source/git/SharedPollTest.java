package io.fluxj.source.git;

import static io.fluxj.source.TestController.has;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import io.fluxj.source.TestController;
import io.fluxj.source.TestRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** Many objects that look at one repository. */
class SharedPollTest {
    private static final int OBJECTS = 40;

    @TempDir
    Path work;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ClusterTest
    void shareLooksAndFetchesAndMissNothing(KubeCluster cluster) throws Exception {
        TestRepository repository = TestRepository.create(work.resolve("repos"), "app.git");
        String first = repository.commit(Map.of("a.yaml", "a: 1\n"));
        try (GitHttpServer server = GitHttpServer.start(
                        GitHttpServer.Options.of(work.resolve("repos")).withHook(exchange -> {
                            asked.add(exchange.getRequestMethod());
                            return new Decision.Serve(exchange.getRequestURI().getPath());
                        }));
                TestController _ = TestController.start(cluster, work, Map.of(), List.of("--concurrent=8"))) {
            for (int i = 0; i < OBJECTS; i++) {
                apply(cluster, server.url() + "/app.git", i);
            }
            awaitAll(cluster, first);
            assertThat(asked.size())
                    .as("requests, of which each would send three")
                    .isLessThan(3 * OBJECTS);

            String second = repository.commit(Map.of("a.yaml", "a: 2\n"));
            asked.clear();
            String now = Instant.now().toString();
            for (int i = 0; i < OBJECTS; i++) {
                request(cluster, i, now);
            }
            awaitAll(cluster, second);
        }
    }

    private static void apply(KubeCluster cluster, String url, int number) {
        GitRepository repository = new GitRepository();
        repository.getMetadata().setName("app-" + number);
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.setSpec(GitRepositorySpec.builder()
                .url(url)
                .interval(GoDuration.parse("1h"))
                .ref(GitRepositoryReference.builder().branch("main").build())
                .build());
        cluster.client().resource(repository).create();
    }

    private static void request(KubeCluster cluster, int number, String token) {
        cluster.client()
                .resources(GitRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app-" + number)
                .edit(found -> {
                    found.getMetadata().setAnnotations(Map.of("reconcile.fluxcd.io/requestedAt", token));
                    return found;
                });
    }

    private static void awaitAll(KubeCluster cluster, String hash) {
        Awaitility.await(hash)
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> cluster
                                .client()
                                .resources(GitRepository.class)
                                .inNamespace(cluster.namespace())
                                .list()
                                .getItems()
                                .stream()
                                .allMatch(found -> found.getStatus() != null
                                        && found.getStatus().artifact() != null
                                        && found.getStatus()
                                                .artifact()
                                                .revision()
                                                .endsWith(hash)
                                        && has("Ready", "Succeeded").test(found)));
    }
}
