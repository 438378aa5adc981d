package io.fluxj.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** The folder of {@code --storage-path} over the life of a controller and of an object. */
class StorageTest {
    private static final String IMAGE = "image: \"{registry}/team/app\"\ninterval: 1h\n";
    private static final String NEWEST = "imageRepositoryRef: {name: app}\npolicy: {semver: {range: '*'}}\n";

    @TempDir
    Path work;

    /** Nothing but policies is asked for: were the tags lost, there would be another scan. */
    @ClusterTest
    void tagsAreKeptOverARestart(KubeCluster cluster) throws Exception {
        try (Reflector before = scanned(cluster)) {
            assertThat(before.registry().lists()).isEqualTo(1);
        }
        try (Reflector after = Reflector.start(cluster, work)) {
            after.create("ImagePolicy", "newest", NEWEST);
            after.awaitReady("ImagePolicy", "newest", "True Succeeded");
            assertThat(after.registry().lists()).isZero();
            assertThat(file(cluster)).exists();
        }
    }

    /** As a file is that a machine lost its power over. */
    @ClusterTest
    void aCutFileIsMadeAnewByAScan(KubeCluster cluster) throws Exception {
        ImageRegistry registry;
        try (Reflector before = scanned(cluster)) {
            registry = before.registry();
            try (FileChannel file = FileChannel.open(file(cluster), StandardOpenOption.WRITE)) {
                var _ = file.truncate(file.size() / 2);
            }
            Files.writeString(file(cluster).resolveSibling(".unfinished-1"), "half");
            int lists = registry.lists();
            touch(before, "look");
            Awaitility.await().untilAsserted(() -> assertThat(registry.lists()).isGreaterThan(lists));
            before.create("ImagePolicy", "newest", NEWEST);
            before.awaitReady("ImagePolicy", "newest", "True Succeeded");
        }
        try (Reflector _ = Reflector.start(cluster, work)) {
            assertThat(file(cluster).resolveSibling(".unfinished-1")).doesNotExist();
        }
    }

    @ClusterTest
    void anUnchangedListIsNotWrittenAgain(KubeCluster cluster) throws Exception {
        try (Reflector reflector = scanned(cluster)) {
            FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
            var _ = Files.setLastModifiedTime(file(cluster), longAgo);
            touch(reflector, "again");
            awaitHandled(reflector, "again");
            assertThat(Files.getLastModifiedTime(file(cluster))).isEqualTo(longAgo);

            reflector.registry().tags("team/app", List.of("1.0.0", "2.0.0"));
            touch(reflector, "changed");
            awaitHandled(reflector, "changed");
            assertThat(Files.getLastModifiedTime(file(cluster))).isGreaterThan(longAgo);
        }
    }

    @ClusterTest
    void theTagsOfAnObjectThatGoesGoWithIt(KubeCluster cluster) throws Exception {
        try (Reflector reflector = scanned(cluster)) {
            var _ = reflector.object("ImageRepository", "app").delete();
            Awaitility.await().untilAsserted(() -> assertThat(
                            reflector.object("ImageRepository", "app").get())
                    .isNull());
            assertThat(work.resolve("imagerepository").resolve(cluster.namespace()))
                    .doesNotExist();
        }
    }

    /** One million tags are refused for their size, and the controller goes on. */
    @ClusterTest
    void aMillionTagsAreRefusedAndOthersGoOn(KubeCluster cluster) throws Exception {
        try (Reflector reflector = Reflector.start(cluster, work)) {
            reflector
                    .registry()
                    .tags(
                            "team/million",
                            java.util.stream.IntStream.range(0, 1_000_000)
                                    .mapToObj(i -> "build-" + i)
                                    .toList());
            reflector.registry().tags("team/app", List.of("1.0.0"));
            reflector.create("ImageRepository", "million", IMAGE.replace("/app", "/million"));
            reflector.create("ImageRepository", "app", IMAGE);

            reflector.awaitReady("ImageRepository", "million", "False ReadOperationFailed scan failed: ");
            reflector.awaitReady("ImageRepository", "app", "True Succeeded");
        }
    }

    private Reflector scanned(KubeCluster cluster) throws Exception {
        Reflector reflector = Reflector.start(cluster, work);
        reflector.registry().tags("team/app", List.of("1.0.0", "1.1.0"));
        reflector.create("ImageRepository", "app", IMAGE);
        reflector.awaitReady("ImageRepository", "app", "True Succeeded successful scan: found 2 tags");
        return reflector;
    }

    private Path file(KubeCluster cluster) {
        return work.resolve("imagerepository")
                .resolve(cluster.namespace())
                .resolve("app")
                .resolve("tags");
    }

    private static void touch(Reflector reflector, String token) {
        var _ = reflector.object("ImageRepository", "app").edit(repository -> {
            repository.getMetadata().setAnnotations(Map.of("reconcile.fluxcd.io/requestedAt", token));
            return repository;
        });
    }

    private static void awaitHandled(Reflector reflector, String token) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(reflector
                        .status("ImageRepository", "app")
                        .path("lastHandledReconcileAt")
                        .asText())
                .isEqualTo(token));
    }
}
