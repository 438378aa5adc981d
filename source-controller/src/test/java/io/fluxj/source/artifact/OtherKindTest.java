package io.fluxj.source.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What all source kinds share serves a kind with other messages, a file that is copied as it is, and a link to the newest. */
class OtherKindTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path upstream;
    private Path store;
    private BucketController controller;

    @BeforeEach
    void makeFolders() throws IOException {
        upstream = Files.writeString(folder.resolve("upstream"), "first");
        store = Files.createDirectory(folder.resolve("store"));
        controller = new BucketController(upstream, store, Files.createDirectory(folder.resolve("work")));
    }

    @ClusterTest
    void publishesInTheWordsOfTheKind(KubeCluster cluster) throws Exception {
        try (RunningController _ = controller.start(cluster)) {
            String revision = revisionOf("first");
            BucketStatus status = create(cluster, revision);

            String place = "bucket/" + cluster.namespace() + "/app/";
            Artifact artifact = Objects.requireNonNull(status.artifact());
            assertThat(artifact.path()).isEqualTo(place + revision + ".tar.gz");
            assertThat(artifact.url()).isEqualTo("http://store/" + place + revision + ".tar.gz");
            assertThat(artifact.digest()).isEqualTo(revision);
            assertThat(artifact.metadata()).containsExactly(Map.entry("org.opencontainers.image.source", "upstream"));
            assertThat(status.url()).isEqualTo("http://store/" + place + "latest.tar.gz");
            assertThat(status.observedIgnore()).isEqualTo("*.md");
            assertThat(ready(status).message()).isEqualTo("stored artifact: revision '" + revision + "'");
            assertThat(store.resolve(place + "latest.tar.gz")).isSymbolicLink().hasContent("first");
            assertThat(folder.resolve("work")).isEmptyDirectory();
            awaitEvents(cluster, "NewArtifact: stored artifact with 1 fetched files from 'all' bucket");
        }
    }

    @ClusterTest
    void followsUpstreamAndTellsOfTheEndOfAFailure(KubeCluster cluster) throws Exception {
        try (RunningController _ = controller.start(cluster)) {
            create(cluster, revisionOf("first"));
            Files.delete(upstream);
            askAgain(cluster, "1");
            BucketStatus failed =
                    awaitStatus(cluster, status -> ready(status).reason().equals("ReadOperationFailed"));
            assertThat(failed.artifact()).isNotNull();

            Files.writeString(upstream, "first");
            awaitStatus(cluster, status -> ready(status).reason().equals("Succeeded"));
            Files.writeString(upstream, "second");
            askAgain(cluster, "2");
            awaitStatus(cluster, status -> revision(status).equals(revisionOf("second")));

            String stored = ": stored artifact with 1 fetched files from 'all' bucket";
            awaitEvents(
                    cluster,
                    "NewArtifact" + stored,
                    "ReadOperationFailed: upstream cannot be read",
                    "Succeeded" + stored,
                    "NewArtifact" + stored);
        }
    }

    @ClusterTest
    void storesAgainWhatIsGoneAndRemovesAllInTheEnd(KubeCluster cluster) throws Exception {
        try (RunningController _ = controller.start(cluster)) {
            String revision = revisionOf("first");
            create(cluster, revision);
            Path file = store.resolve("bucket/" + cluster.namespace() + "/app/" + revision + ".tar.gz");
            Files.delete(file);
            askAgain(cluster, "1");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).hasContent("first"));

            resource(cluster).delete();
            await().atMost(PATIENCE).until(() -> resource(cluster).get() == null);
            assertThat(file.getParent()).doesNotExist();
        }
    }

    private static String revisionOf(String content) {
        return Digest.of(DigestAlgorithm.SHA256, content).toString();
    }

    private static BucketStatus create(KubeCluster cluster, String revision) {
        Bucket bucket = new Bucket();
        bucket.getMetadata().setName("app");
        bucket.getMetadata().setNamespace(cluster.namespace());
        bucket.getMetadata().setLabels(Map.of(TestController.LABEL, cluster.namespace()));
        bucket.setSpec(BucketSpec.builder()
                .bucketName("all")
                .endpoint("upstream")
                .ignore("*.md")
                .interval(GoDuration.parse("1h"))
                .build());
        cluster.client().resource(bucket).create();
        return awaitStatus(cluster, status -> revision(status).equals(revision));
    }

    private static Resource<Bucket> resource(KubeCluster cluster) {
        return cluster.client()
                .resources(Bucket.class)
                .inNamespace(cluster.namespace())
                .withName("app");
    }

    private static void askAgain(KubeCluster cluster, String token) {
        resource(cluster).edit(bucket -> {
            Map<String, String> annotations = new HashMap<>(
                    Optional.ofNullable(bucket.getMetadata().getAnnotations()).orElse(Map.of()));
            annotations.put("reconcile.fluxcd.io/requestedAt", token);
            bucket.getMetadata().setAnnotations(annotations);
            return bucket;
        });
    }

    /** Waits until the object came to rest in a status. */
    private static BucketStatus awaitStatus(KubeCluster cluster, Predicate<BucketStatus> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Optional.ofNullable(resource(cluster).get())
                                .map(Bucket::getStatus)
                                .filter(status -> status.conditions().stream()
                                        .anyMatch(condition -> condition.type().equals("Ready")))
                                .filter(wanted),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String revision(BucketStatus status) {
        Artifact artifact = status.artifact();
        return artifact == null ? "" : artifact.revision();
    }

    private static Condition ready(BucketStatus status) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitEvents(KubeCluster cluster, String... wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events(cluster)).contains(wanted));
    }

    private static List<String> events(KubeCluster cluster) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .map((Event event) -> event.getReason() + ": " + event.getMessage())
                .toList();
    }
}
