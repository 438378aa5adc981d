package io.fluxj.source.git;

import static io.fluxj.source.TestController.condition;
import static io.fluxj.source.TestController.has;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.source.TestController;
import io.fluxj.source.TestRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir
    Path work;

    @ClusterTest
    void keepsServingTheLastArtifactWhateverTheSpecAsksFor(KubeCluster cluster) throws Exception {
        TestRepository repository = TestRepository.create(work.resolve("repos"), "app.git");
        repository.commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.apply(server.url("app.git"), BadInputTest::main);
            GitRepository good = controller.await(has("Ready", "Succeeded"));
            controller.apply(server.url("app.git"), spec -> main(spec).withProvider(Choice.of(GitProvider.AZURE)));
            GitRepository foreign = controller.await(has("FetchFailed", "AuthenticationFailed"));
            assertThat(condition(foreign, "Ready").orElseThrow().message())
                    .startsWith("failed to configure authentication options: invalid Azure DevOps address: ");
            expectServed(foreign, good);
            controller.apply("http://", BadInputTest::main);
            GitRepository malformed = controller.await(has("Stalled", "URLInvalid"));
            assertThat(condition(malformed, "FetchFailed").orElseThrow().message())
                    .startsWith("failed to parse url 'http://': ");
            expectServed(malformed, good);
            controller.apply(server.url("gone.git"), BadInputTest::main);
            expectServed(controller.await(has("FetchFailed", "GitOperationFailed")), good);
            controller.apply(server.url("app.git"), BadInputTest::main);
            expectServed(controller.await(has("Ready", "Succeeded")), good);
        }
    }

    private static GitRepositorySpec main(GitRepositorySpec spec) {
        return spec.withRef(GitRepositoryReference.builder().branch("main").build());
    }

    private static void expectServed(GitRepository now, GitRepository good) throws Exception {
        assertThat(now.getStatus().artifact()).isEqualTo(good.getStatus().artifact());
        byte[] bytes = TestController.download(now);
        assertThat(Digest.of(DigestAlgorithm.SHA256, bytes))
                .hasToString(TestController.artifact(now).digest());
    }

    @ClusterTest
    void saysNoSecret(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.secret("token", Map.of("bearerToken", "token-that-leaks"));
            controller.secret("user", Map.of("username", "someone", "password", "password-that-leaks"));
            String place = "127.0.0.1:" + server.url().getPort();
            controller.apply(
                    server.url("bearer/app.git"), spec -> main(spec).withSecretRef(LocalObjectReference.of("token")));
            controller.await(has("FetchFailed", "GitOperationFailed"));
            controller.apply(
                    server.url("basic/app.git"), spec -> main(spec).withSecretRef(LocalObjectReference.of("user")));
            controller.await(has("FetchFailed", "GitOperationFailed"));
            controller.apply("http://someone:url-that-leaks@" + place + "/basic/app.git", BadInputTest::main);
            controller.await(has("FetchFailed", "GitOperationFailed"));
            controller.apply("http://someone:url that leaks@" + place + "/basic/app.git", BadInputTest::main);
            controller.await(has("Stalled", "URLInvalid"));
            controller.apply("http://token-that-leaks:@" + place + "/basic/app.git", BadInputTest::main);
            controller.await(has("FetchFailed", "GitOperationFailed"));
            controller.apply("http://:token-that-leaks@" + place + "/basic/app.git", BadInputTest::main);
            controller.await(has("FetchFailed", "GitOperationFailed"));
            controller.apply("http://someone:slash/that-leaks@" + place + "/basic/app.git", BadInputTest::main);
            controller.await(has("Stalled", "URLInvalid"));
            assertThat(controller.everythingSaid())
                    .contains("authentication required")
                    .doesNotContain("-that-leaks")
                    .doesNotContain("that leaks");
        }
    }

    /** Rights on the status of one object are no rights on the artifacts of others. */
    @ClusterTest
    void believesNoRecordedPathOutsideTheObjectsFolder(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            Path other = Files.createDirectories(work.resolve("store/gitrepository/other/theirs"))
                    .resolve("theirs.tar.gz");
            Files.writeString(other, "theirs");
            controller.apply(server.url("app.git"), BadInputTest::main);
            GitRepository good = controller.await(has("Ready", "Succeeded"));
            String own = TestController.artifact(good).path();

            GitRepository forged = cluster.client().resource(good).get();
            forged.setStatus(forged.getStatus()
                    .withArtifact(TestController.artifact(good).withPath("gitrepository/other/theirs/theirs.tar.gz")));
            forged.getMetadata().setResourceVersion(null);
            cluster.client().resource(forged).patchStatus();
            controller.apply(server.url("app.git"), spec -> main(spec).withTimeout(GoDuration.parse("61s")));

            GitRepository mended =
                    controller.await(now -> has("Ready", "Succeeded").test(now)
                            && TestController.artifact(now).path().equals(own));
            assertThat(TestController.download(mended)).isNotEmpty();
            assertThat(other).hasContent("theirs");
        }
    }

    @ClusterTest
    void saysWhichLengthOfTimeNoClockHolds(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            GoDuration endless = new GoDuration("99999999999h");
            controller.apply(server.url("app.git"), spec -> main(spec).withInterval(endless));
            GitRepository stalled = controller.await(has("Stalled", "InvalidSpec"));
            assertThat(condition(stalled, "Ready").orElseThrow().message())
                    .startsWith("spec.interval: \"99999999999h\" is not a duration: it is longer than 292 years");
            controller.apply(server.url("app.git"), spec -> main(spec).withTimeout(new GoDuration("99999999999m")));
            controller.await(now -> has("Stalled", "InvalidSpec").test(now)
                    && condition(now, "Ready").orElseThrow().message().startsWith("spec.timeout: "));
            controller.apply(server.url("app.git"), spec -> main(spec).withInterval(GoDuration.parse("2562047h")));
            controller.await(has("Ready", "Succeeded"));
        }
    }

    @ClusterTest
    void refusesTreesThatLeadOut(KubeCluster cluster) throws Exception {
        TestRepository repository = TestRepository.create(work.resolve("repos"), "app.git");
        repository.commit(Map.of("..", "owned"));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.apply(server.url("app.git"), BadInputTest::main);
            GitRepository refused = controller.await(has("FetchFailed", "GitOperationFailed"));
            assertThat(condition(refused, "Ready").orElseThrow().message())
                    .endsWith("the commit has an entry with the unsafe name '..'");
            repository.commit(Map.of("a.yaml", "a: 1\n"));
            controller.apply(server.url("app.git"), spec -> main(spec).withSuspend(false));
            GitRepository mended = controller.await(has("Ready", "Succeeded"));
            assertThat(TestController.download(mended)).isNotEmpty();
        }
        assertThat(work.resolve("store/gitrepository").toFile().list()).containsExactly(cluster.namespace());
    }
}
