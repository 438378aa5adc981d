package io.fluxj.runtime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {
    private static final CacheLimits.Sizes SIZES = new CacheLimits.Sizes(100_000, 20_000, 50, 30_000);
    private static final CacheLimits LIMITS = new CacheLimits(
            3, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(20), Duration.ofMinutes(1), SIZES, 0);

    @TempDir
    Path folder;

    private ArtifactCache cache(CacheLimits limits) throws IOException {
        return new ArtifactCache(folder.resolve("cache"), limits, origins(LocalHosts.NONE));
    }

    private static ArtifactOrigins origins(LocalHosts hosts) {
        return new ArtifactOrigins(HttpClient.newHttpClient()::send, hosts, new LocalArtifacts());
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> names = Files.list(folder.resolve("cache"))) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void anArtifactIsFetchedOnceHoweverManyAskForIt() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RemoteArtifact artifact = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("dir/a.yaml", "kind: A")));
            List<Future<UnpackedArtifact>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> cache.fetch(artifact)));
            }
            for (Future<UnpackedArtifact> one : all) {
                assertThat(one.get().root().resolve("dir/a.yaml")).hasContent("kind: A");
            }
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void itStaysWhileSomebodyUsesItAndGoesWhenRoomIsNeeded() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact artifact = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A")));
            assertThat(cache.holds(artifact)).isFalse();
            UnpackedArtifact first = cache.fetch(artifact);
            UnpackedArtifact second = cache.fetch(artifact);

            first.close();
            first.close();
            assertThat(second.root().resolve("a.yaml")).exists();
            assertThat(cache.holds(artifact)).isTrue();

            second.close();
            assertThat(stored()).isEmpty();
            assertThat(cache.holds(artifact)).isFalse();
            try (UnpackedArtifact again = cache.fetch(artifact)) {
                assertThat(again.root().resolve("a.yaml")).exists();
            }
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void unusedOnesAreKeptWhileThereIsRoom() throws Exception {
        CacheLimits roomy = new CacheLimits(
                0, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20), Duration.ofMinutes(1), SIZES, 15);
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(roomy)) {
            RemoteArtifact oldest = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a", "0123456789")));
            RemoteArtifact newest = server.offer("b.tar.gz", ArtifactServer.tarGz(Map.of("b", "0123456789")));
            cache.fetch(oldest).close();
            cache.fetch(newest).close();

            cache.fetch(newest).close();
            assertThat(server.requests()).isEqualTo(2);
            cache.fetch(oldest).close();
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void whatIsNotThereIsToldFromWhatFails() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact missing =
                    new RemoteArtifact(ArtifactServer.OWNER, server.url("none.tar.gz"), "a".repeat(64), "main@sha1:1");

            assertThatThrownBy(() -> cache.fetch(missing))
                    .isInstanceOf(ArtifactFailure.NotFound.class)
                    .hasMessageContaining("none.tar.gz");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aServerInTroubleAndACutConnectionAreTriedAgain() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact artifact =
                    server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A", "b.yaml", "kind: B")));
            server.failNext(1);
            server.cutNext(2);

            try (UnpackedArtifact unpacked = cache.fetch(artifact)) {
                assertThat(unpacked.root().resolve("b.yaml")).hasContent("kind: B");
            }
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void itGivesUpAfterAllTriesAndTriesAnewWhenAskedAgain() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact artifact = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A")));
            server.failNext(4);

            assertThatThrownBy(() -> cache.fetch(artifact))
                    .isInstanceOf(ArtifactFailure.Unreachable.class)
                    .hasMessageContaining("giving up after 4 attempt(s)");
            assertThat(stored()).isEmpty();
            cache.fetch(artifact).close();
        }
    }

    @Test
    void anotherFileThanPromisedIsRefused() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "evil")));
            RemoteArtifact promised =
                    new RemoteArtifact(ArtifactServer.OWNER, server.url("a.tar.gz"), "sha256:" + "a".repeat(64), "r");

            assertThatThrownBy(() -> cache.fetch(promised)).isInstanceOf(ArtifactFailure.DigestMismatch.class);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void hostileArchivesAreRefusedAndLeaveNothingBehind() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            List<RemoteArtifact> hostile = List.of(
                    server.offer("escape", ArtifactServer.tarGz(Map.of("../../evil", "x"))),
                    server.offer("absolute", ArtifactServer.tarGz(Map.of("/tmp/evil", "x"))),
                    server.offer("bomb", ArtifactServer.tarGz(Map.of("zeros", "0".repeat(30_000)))),
                    server.offer("garbage", new byte[] {1, 2, 3}),
                    server.offer("long", new byte[100_001]));

            for (RemoteArtifact artifact : hostile) {
                assertThatThrownBy(() -> cache.fetch(artifact))
                        .as(artifact.url())
                        .isInstanceOf(ArtifactFailure.Unusable.class);
            }
            assertThat(stored()).isEmpty();
            assertThat(folder.resolve("evil")).doesNotExist();
        }
    }

    @Test
    void onlyHttpIsSpoken() throws Exception {
        try (ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact local = new RemoteArtifact(ArtifactServer.OWNER, "file:///etc/passwd", "a".repeat(64), "r");

            assertThatThrownBy(() -> cache.fetch(local)).isInstanceOf(ArtifactFailure.Unusable.class);
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws Exception {
        Files.createDirectories(folder.resolve("cache/.part-0"));
        Files.writeString(folder.resolve("cache/.part-0/half"), "x");
        Files.createDirectories(folder.resolve("cache/sha256-" + "a".repeat(64)));

        try (ArtifactCache _ = cache(LIMITS)) {
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void theHostOfTheAddressCanBeReplaced() throws Exception {
        try (ArtifactServer server = new ArtifactServer()) {
            RemoteArtifact offered = server.offer("ns/a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A")));
            RemoteArtifact inCluster = new RemoteArtifact(
                    ArtifactServer.OWNER,
                    "http://source-controller.flux-system.svc.cluster.local./ns/a.tar.gz",
                    offered.digest(),
                    "r");
            String host = server.url("").replace("http://", "").replace("/", "");
            try (ArtifactCache cache =
                            new ArtifactCache(folder.resolve("cache"), LIMITS, origins(new LocalHosts(host, "")));
                    UnpackedArtifact unpacked = cache.fetch(inCluster)) {
                assertThat(unpacked.root().resolve("a.yaml")).exists();
            }
        }
    }

    @Test
    void whoKnowsADigestIsNotGivenTheArtifactOfAnother() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact secret = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A")));
            try (UnpackedArtifact _ = cache.fetch(secret)) {
                RemoteArtifact elsewhere = new RemoteArtifact(
                        ArtifactServer.OWNER, server.url("none.tar.gz"), secret.digest(), secret.revision());
                RemoteArtifact ofAnother = new RemoteArtifact(
                        "GitRepository/evil/repo", "file:///a.tar.gz", secret.digest(), secret.revision());

                assertThat(cache.holds(elsewhere)).isFalse();
                assertThatThrownBy(() -> cache.fetch(elsewhere)).isInstanceOf(ArtifactFailure.NotFound.class);
                assertThatThrownBy(() -> cache.fetch(ofAnother)).isInstanceOf(ArtifactFailure.Unusable.class);
            }
        }
    }

    @Test
    void itDoesNotTryForLongerThanItsPatience() throws Exception {
        CacheLimits impatient = new CacheLimits(
                9, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(20), Duration.ofMinutes(1), SIZES, 15);
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(impatient)) {
            RemoteArtifact artifact = server.offer("a.tar.gz", ArtifactServer.tarGz(Map.of("a.yaml", "kind: A")));
            server.failNext(9);

            assertThatThrownBy(() -> cache.fetch(artifact)).hasMessageContaining("giving up after 1 attempt(s)");
        }
    }

    @Test
    void whatIsRefusedForItsSizeNamesTheFlag() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact unpacked = server.offer("bomb", ArtifactServer.tarGz(Map.of("zeros", "0".repeat(30_000))));
            RemoteArtifact packed = server.offer("long", new byte[100_001]);

            assertThatThrownBy(() -> cache.fetch(unpacked)).hasMessageContaining("--artifact-max-unpacked-bytes");
            assertThatThrownBy(() -> cache.fetch(packed)).hasMessageContaining("--artifact-max-download-bytes");
        }
    }

    @Test
    void allTogetherTakeNoMoreRoomThanAllowed() throws Exception {
        try (ArtifactServer server = new ArtifactServer();
                ArtifactCache cache = cache(LIMITS)) {
            RemoteArtifact first = server.offer("a", ArtifactServer.tarGz(Map.of("a", "0".repeat(16_000))));
            RemoteArtifact second = server.offer("b", ArtifactServer.tarGz(Map.of("b", "0".repeat(16_000))));
            try (UnpackedArtifact _ = cache.fetch(first)) {
                assertThatThrownBy(() -> cache.fetch(second)).hasMessageContaining("--artifact-cache-max-bytes");
            }

            cache.fetch(second).close();
        }
    }
}
