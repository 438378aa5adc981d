package io.fluxj.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.OutsideServer;
import io.fluxj.testkit.S3TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code --storage-type=s3}: artifacts outlive the disk. */
class BucketStorageTest {
    private static final String SECRET = "bucket-secret-key";

    @TempDir
    Path work;

    private static List<String> flags(String endpoint) {
        return List.of(
                "--storage-type=s3",
                "--storage-s3-bucket=fleet",
                "--storage-s3-prefix=copies/",
                "--storage-s3-endpoint=" + endpoint);
    }

    private TestController start(KubeCluster cluster, String disk, S3TestServer bucket) throws Exception {
        Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "flux", "AWS_SECRET_ACCESS_KEY", SECRET);
        return TestController.start(cluster, own(cluster).resolve(disk), keys, flags("http://" + bucket.endpoint()));
    }

    private Path own(KubeCluster cluster) throws IOException {
        return Files.createDirectories(work.resolve(cluster.namespace()));
    }

    private static GitRepository awaitStored(TestController controller, String hash) {
        return controller.await(found -> found.getStatus().artifact() != null
                && TestController.artifact(found).revision().endsWith(hash)
                && Files.exists(controller
                        .store()
                        .resolve(TestController.artifact(found).path())));
    }

    private static void apply(TestController controller, GitTestServer git) {
        controller.apply(
                git.url("app.git"),
                spec -> spec.withRef(
                        GitRepositoryReference.builder().branch("main").build()));
    }

    /** Upstream is gone too, so that the bucket is all there is. */
    @ClusterTest
    void aDiskThatIsEmptyIsFilledFromTheBucket(KubeCluster cluster) throws Exception {
        Path repositories = Files.createDirectories(own(cluster).resolve("repositories"));
        String hash = TestRepository.create(repositories, "app.git").commit(Map.of("a.yaml", "a: 1"));
        try (S3TestServer bucket = S3TestServer.start()) {
            bucket.create("fleet");
            byte[] first;
            String key;
            try (GitTestServer git = GitTestServer.start(repositories);
                    TestController one = start(cluster, "one", bucket)) {
                apply(one, git);
                GitRepository stored = awaitStored(one, hash);
                first = Files.readAllBytes(
                        one.store().resolve(TestController.artifact(stored).path()));
                key = "copies/" + TestController.artifact(stored).path();
                assertThat(bucket.keys("fleet")).containsExactly(key);
                assertThat(one.everythingSaid()).doesNotContain(SECRET);
            }

            try (TestController two = start(cluster, "two", bucket)) {
                GitRepository restored = awaitStored(two, hash);

                assertThat(two.store().resolve(TestController.artifact(restored).path()))
                        .hasBinaryContent(first);
                assertThat(bucket.keys("fleet")).containsExactly(key);
            }
        }
    }

    @ClusterTest
    void whatIsNotWhatTheStatusSaysIsFetchedFromUpstreamAgain(KubeCluster cluster) throws Exception {
        Path repositories = Files.createDirectories(own(cluster).resolve("repositories"));
        String hash = TestRepository.create(repositories, "app.git").commit(Map.of("a.yaml", "a: 1"));
        try (S3TestServer bucket = S3TestServer.start();
                GitTestServer git = GitTestServer.start(repositories)) {
            bucket.create("fleet");
            byte[] first;
            String path;
            try (TestController one = start(cluster, "one", bucket)) {
                apply(one, git);
                path = TestController.artifact(awaitStored(one, hash)).path();
                first = Files.readAllBytes(one.store().resolve(path));
            }
            bucket.put("fleet", "copies/" + path, "hostile");

            try (TestController two = start(cluster, "two", bucket)) {
                await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(two.everythingSaid())
                        .contains("cannot bring back the artifact")
                        .contains("does not have the digest"));
                String newest = TestController.artifact(awaitStored(two, hash)).path();
                assertThat(two.store().resolve(newest)).hasBinaryContent(first);
            }
        }
    }

    @ClusterTest
    void whatIsOfNoUseAnyMoreGoesFromTheBucket(KubeCluster cluster) throws Exception {
        Path repositories = Files.createDirectories(own(cluster).resolve("repositories"));
        String hash = TestRepository.create(repositories, "app.git").commit(Map.of("a.yaml", "a: 1"));
        try (S3TestServer bucket = S3TestServer.start();
                GitTestServer git = GitTestServer.start(repositories);
                TestController controller = start(cluster, "one", bucket)) {
            bucket.create("fleet");
            bucket.put("fleet", "copies/elsewhere", "of somebody else");
            apply(controller, git);
            awaitStored(controller, hash);
            assertThat(bucket.keys("fleet")).hasSize(2);

            cluster.client()
                    .resources(GitRepository.class)
                    .inNamespace(cluster.namespace())
                    .withName("app")
                    .delete();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(bucket.keys("fleet")).containsExactly("copies/elsewhere"));
        }
    }

    /** Against a server that checks signatures. */
    @ClusterTest
    void worksWithARealServer(KubeCluster cluster) throws Exception {
        Path repositories = Files.createDirectories(own(cluster).resolve("repositories"));
        String hash = TestRepository.create(repositories, "app.git").commit(Map.of("a.yaml", "a: 1"));
        Path data = Files.createDirectories(own(cluster).resolve("gateway/data/fleet"));
        try (OutsideServer gateway =
                OutsideServer.startOrSkip("versitygw", own(cluster).resolve("gateway"), Map.of())) {
            Map<String, String> keys = new HashMap<>();
            List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION")
                    .forEach(name -> keys.put(name, gateway.value(name)));
            List<String> flags = flags(gateway.value("AWS_ENDPOINT_URL"));
            String path;
            try (GitTestServer git = GitTestServer.start(repositories);
                    TestController one =
                            TestController.start(cluster, own(cluster).resolve("one"), keys, flags)) {
                apply(one, git);
                path = TestController.artifact(awaitStored(one, hash)).path();
            }
            assertThat(data.resolve("copies").resolve(path)).isRegularFile();

            try (TestController two = TestController.start(cluster, own(cluster).resolve("two"), keys, flags)) {
                awaitStored(two, hash);
                assertThat(two.store().resolve(path))
                        .hasSameBinaryContentAs(data.resolve("copies").resolve(path));
            }
        }
    }
}
