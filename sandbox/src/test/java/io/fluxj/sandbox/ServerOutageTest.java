package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.testkit.FragileServer;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both controllers are at work while the API server goes away and comes back: they hear of every change afterwards. {@code -Doutage.seconds=75} makes
 * the outage longer.
 */
final class ServerOutageTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("outage.seconds", 3));
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    @TempDir
    Path home;

    static Stream<Arguments> outages() {
        return FragileServer.targets().stream()
                .flatMap(target -> Stream.of(false, true).map(compacted -> Arguments.of(target, compacted)));
    }

    @ParameterizedTest(name = "{0}, history compacted: {1}")
    @MethodSource("outages")
    void theControllersHearAgain(KubeTarget target, boolean compacted) throws Exception {
        try (FragileServer server = FragileServer.start(target);
                KubernetesClient client = server.client();
                Repository repository = Repository.create(home)) {
            new Installation(client).prepare();
            repository.commit("before");
            follow(client, repository);
            try (Controllers controllers = Controllers.start(controllersClient(server), home, SandboxPorts.in(home))) {
                controllers.working().get(120, TimeUnit.SECONDS);
                awaitContent(client, "before");

                server.goAway();
                repository.commit("meanwhile");
                Awaitility.await().atMost(Duration.ofHours(1)).pollDelay(OUTAGE).until(() -> true);
                server.comeBack();
                if (compacted) {
                    changeSomething(client);
                    server.compact();
                }

                assertHeard(client, "%s, compacted %s".formatted(target, compacted));
            }
        }
    }

    private static void assertHeard(KubernetesClient client, String what) {
        long back = System.nanoTime();
        request(client, "source.toolkit.fluxcd.io/v1", "GitRepository");
        awaitContent(client, "meanwhile");
        request(client, "kustomize.toolkit.fluxcd.io/v1", "Kustomization");
        System.out.printf("%s: heard %.1f s after the server was back%n", what, (System.nanoTime() - back) / 1e9);
    }

    private static KubernetesClient controllersClient(FragileServer server) {
        return KubernetesClients.of(Config.fromKubeconfig(server.kubeconfig().toFile()));
    }

    private static void follow(KubernetesClient client, Repository repository) {
        create(client, "source.toolkit.fluxcd.io/v1", "GitRepository", """
                {"interval": "1h", "url": "%s", "ref": {"branch": "main"}}
                """.formatted(repository.url()));
        create(client, "kustomize.toolkit.fluxcd.io/v1", "Kustomization", """
                {"interval": "1h", "prune": true, "path": "./", "sourceRef": {"kind": "GitRepository", "name": "app"}}
                """);
    }

    private static void create(KubernetesClient client, String apiVersion, String kind, String spec) {
        client.resource("""
                {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "app", "namespace": "flux-system"}, "spec": %s}
                """.formatted(apiVersion, kind, spec)).create();
    }

    /** Sets {@code requestedAt} and waits until that is noted as handled. */
    private static void request(KubernetesClient client, String apiVersion, String kind) {
        var resource = client.genericKubernetesResources(apiVersion, kind)
                .inNamespace("flux-system")
                .withName("app");
        resource.patch(MERGE, "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"now\"}}}");
        Awaitility.await(kind).atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            GenericKubernetesResource object = resource.get();
            assertThat(object.<String>get("status", "lastHandledReconcileAt")).isEqualTo("now");
        });
    }

    private static void awaitContent(KubernetesClient client, String wanted) {
        Awaitility.await(wanted).atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            ConfigMap map =
                    client.configMaps().inNamespace("default").withName("app").get();
            assertThat(map.getData()).containsEntry("content", wanted);
        });
    }

    /** So that there is history to forget. */
    private static void changeSomething(KubernetesClient client) {
        for (String name : List.of("one", "two")) {
            client.namespaces()
                    .withName("default")
                    .patch(MERGE, "{\"metadata\":{\"labels\":{\"changed\":\"" + name + "\"}}}");
        }
    }

    /** A repository with one manifest, served over HTTP. */
    private record Repository(Path work, Git git, GitTestServer server) implements AutoCloseable {
        static Repository create(Path home) throws Exception {
            Path served = Files.createDirectories(home.resolve("served"));
            Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(served.resolve("app.git").toFile())
                    .call()
                    .close();
            Path work = home.resolve("work");
            Git git = Git.cloneRepository()
                    .setURI(served.resolve("app.git").toUri().toString())
                    .setDirectory(work.toFile())
                    .call();
            return new Repository(work, git, GitTestServer.start(served));
        }

        String url() {
            return server.url("app.git");
        }

        void commit(String content) throws Exception {
            Files.writeString(work.resolve("map.yaml"), """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: app, namespace: default}
                    data: {content: %s}
                    """.formatted(content));
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setMessage(content)
                    .setAuthor("t", "t@git.test")
                    .setCommitter("t", "t@git.test")
                    .call();
            git.push().add("HEAD:refs/heads/main").call();
        }

        @Override
        public void close() {
            git.close();
            server.close();
        }
    }
}
