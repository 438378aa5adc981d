package io.fluxj.source.git;

import static io.fluxj.source.TestController.condition;
import static io.fluxj.source.TestController.has;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.source.TestController;
import io.fluxj.source.TestRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class EdgeCasesTest {
    @TempDir
    Path work;

    private static GitRepositorySpec branch(GitRepositorySpec spec, String name) {
        return spec.withRef(GitRepositoryReference.builder().branch(name).build());
    }

    private static GitRepositorySpec main(GitRepositorySpec spec) {
        return branch(spec, "main");
    }

    private static String why(GitRepository repository) {
        return condition(repository, "Ready").orElseThrow().message();
    }

    /** Rule D7 of what guides show: the Secret may come after the object. */
    @ClusterTest
    void goesOnWhenTheMissingSecretComes(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.apply(
                    server.url("basic/app.git"), spec -> main(spec).withSecretRef(LocalObjectReference.of("late")));
            GitRepository waiting = controller.await(has("Ready", "AuthenticationFailed"));
            assertThat(why(waiting))
                    .isEqualTo("failed to get secret '" + cluster.namespace() + "/late': secrets \"late\" not found");

            controller.secret("late", Map.of("username", "user", "password", "pass"));

            controller.await(has("Ready", "Succeeded"));
        }
    }

    @ClusterTest
    void anOperatorCutsLongTimeouts(KubeCluster cluster) throws Exception {
        try (GitTestServer server = GitTestServer.start(Files.createDirectories(work.resolve("repos")));
                TestController controller =
                        TestController.start(cluster, work, Map.of(), List.of("--max-timeout=1s"))) {
            controller.apply(server.url("hang/app.git"), spec -> main(spec).withTimeout(new GoDuration("60m")));

            controller.await(has("Ready", "GitOperationFailed"));
        }
    }

    /** A note in the guides: with an HTTPS address the Secret must hold what HTTPS can use. */
    @ClusterTest
    void saysThatAnSshKeyIsOfNoUseOverHttp(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.secret("ssh", Map.of("identity", "key-that-leaks", "known_hosts", "host ssh-ed25519 AAAA"));
            controller.apply(
                    server.url("basic/app.git"), spec -> main(spec).withSecretRef(LocalObjectReference.of("ssh")));
            assertThat(why(controller.await(has("Ready", "GitOperationFailed"))))
                    .contains("authentication required; the secret '" + cluster.namespace()
                            + "/ssh' holds an SSH key, which is of no use with spec.url 'http://…'")
                    .doesNotContain("leaks");

            // a public repository wants no credentials, so a Secret left over from SSH does no harm
            controller.apply(server.url("app.git"), spec -> main(spec).withSecretRef(LocalObjectReference.of("ssh")));
            controller.await(has("Ready", "Succeeded"));
        }
    }

    /** As Azure DevOps hands out its addresses: the name is in them, the token comes in a Secret. */
    @ClusterTest
    void completesTheSecretFromTheAddress(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            String place = "@127.0.0.1:" + server.url().getPort() + "/basic/app.git";
            controller.secret("password", Map.of("password", "pass"));
            controller.secret("username", Map.of("username", "user"));
            controller.apply(
                    "http://user" + place, spec -> main(spec).withSecretRef(LocalObjectReference.of("password")));
            controller.await(has("Ready", "Succeeded"));
            controller.apply(
                    "http://:pass" + place, spec -> main(spec).withSecretRef(LocalObjectReference.of("username")));
            controller.await(has("Ready", "Succeeded"));
            controller.secret("other", Map.of("password", "hunter22"));
            controller.apply(
                    "http://127.0.0.1/app.git", spec -> main(spec).withSecretRef(LocalObjectReference.of("other")));
            assertThat(why(controller.await(has("FetchFailed", "AuthenticationFailed"))))
                    .contains("'password' requires 'username' to be set");
        }
    }

    @ClusterTest
    void takesOddSpecsForWhatTheySay(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.apply(server.url("app.git"), spec -> branch(spec, "ma*"));
            assertThat(why(controller.await(has("FetchFailed", "GitOperationFailed"))))
                    .endsWith("couldn't find remote ref \"refs/heads/ma*\"");

            controller.apply(server.url("app.git"), spec -> main(spec).withTimeout(new GoDuration("0s")));
            GitRepository noTime = controller.await(
                    repository -> has("FetchFailed", "GitOperationFailed").test(repository)
                            && why(repository).contains("timeout"));
            assertThat(why(noTime)).contains("spec.timeout leaves no time: '0s'");

            controller.apply(server.url("app.git"), EdgeCasesTest::main);
            controller.await(has("Ready", "Succeeded"));
        }
    }

    @ClusterTest
    void goesThroughTheProxyOfTheEnvironment(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(
                        cluster,
                        work,
                        Map.of(
                                "HTTP_PROXY",
                                "http://127.0.0.1:" + server.url().getPort(),
                                "NO_PROXY",
                                "direct.invalid"))) {
            controller.apply("http://git.invalid/app.git", EdgeCasesTest::main);
            controller.await(has("Ready", "Succeeded"));

            controller.apply("http://direct.invalid/app.git", EdgeCasesTest::main);
            assertThat(why(controller.await(has("FetchFailed", "GitOperationFailed"))))
                    .contains("no such host");
        }
    }

    /** Rule D4 of what guides show, for the fields that only older versions of a GitRepository had. */
    @ClusterTest
    void warnsOfFieldsWithoutEffect(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            GenericKubernetesResource old = cluster.client()
                    .getKubernetesSerialization()
                    .unmarshal(
                            """
                            apiVersion: source.toolkit.fluxcd.io/v1beta1
                            kind: GitRepository
                            metadata: {name: app, namespace: "%1$s", labels: {test: "%1$s"}}
                            spec: {url: "%2$s", interval: 1h, gitImplementation: libgit2, ref: {branch: main}}
                            """.formatted(cluster.namespace(), server.url("app.git")), GenericKubernetesResource.class);
            cluster.client().resource(old).serverSideApply();
            controller.await(has("Ready", "Succeeded"));

            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(warnings(cluster))
                    .extracting(Event::getMessage)
                    .containsExactly("no effect in source.toolkit.fluxcd.io/v1, remove from the manifest:"
                            + " spec.gitImplementation"));
        }
    }

    /** A link would be a hole in the artifact that nobody sees. */
    @ClusterTest
    void tellsWhichLinksAreMissing(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git")
                .commit(Map.of("a.yaml", "a: 1\n"), Map.of("b.yaml", "a.yaml", "out.yaml", "/etc/hosts"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.apply(server.url("app.git"), EdgeCasesTest::main);
            controller.await(has("Ready", "Succeeded"));

            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(events(cluster, "LinksLeftOut"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.getType()).isEqualTo("Normal");
                        assertThat(event.getMessage())
                                .isEqualTo("symbolic links are not put into artifacts, so these are missing:"
                                        + " b.yaml, out.yaml; commit files in their place");
                    }));
        }
    }

    private static List<Event> events(KubeCluster cluster, String reason) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .filter(event -> event.getReason().equals(reason))
                .toList();
    }

    private static List<Event> warnings(KubeCluster cluster) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .filter(event -> event.getType().equals("Warning"))
                .toList();
    }
}
