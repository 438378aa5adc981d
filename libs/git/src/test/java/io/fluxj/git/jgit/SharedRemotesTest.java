package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who shares what others saw and fetched, and who does not. */
class SharedRemotesTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Instant now = NOON;
    private SampleRepository sample;
    private String first;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        first = sample.commit("a.txt", "a");
        sample.push("main");
        Files.createDirectories(folder.resolve("scratch"));
    }

    private GitHttpServer server() throws IOException {
        return GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withHook(exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    return new Decision.Serve(exchange.getRequestURI().getPath());
                }));
    }

    private SharedRemotes remotes() {
        return new SharedRemotes(folder.resolve("scratch"), FetchLimits.DEFAULT, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static GitAccess access(GitHttpServer server) {
        return GitAccess.anonymous(GitUrl.parse(server.url() + "/app.git"), Duration.ofSeconds(30));
    }

    private Freshness anyOf(Duration age) {
        return new Freshness(now, now.minus(age));
    }

    @Test
    void oneLookServesAllWhoWereToldOfNothingSince() throws Exception {
        try (GitHttpServer server = server();
                SharedRemotes remotes = remotes()) {
            for (int i = 0; i < 20; i++) {
                assertThat(remotes.remote(access(server), anyOf(Duration.ofSeconds(5)))
                                .resolve(MAIN))
                        .hasToString("main@sha1:" + first);
                now = now.plusMillis(100);
            }
            int once = asked.size();
            assertThat(once).isLessThanOrEqualTo(2);

            String second = sample.commit("a.txt", "b");
            sample.push("main");
            assertThat(remotes.remote(access(server), Freshness.of(now)).resolve(MAIN))
                    .as("who was told of something looks himself")
                    .hasToString("main@sha1:" + second);
            now = now.plus(SharedRemotes.WINDOW).plusMillis(1);
            remotes.remote(access(server), anyOf(Duration.ofMinutes(1))).resolve(MAIN);
            assertThat(asked).as("a look is of use for some time only").hasSize(3 * once);
        }
    }

    @Test
    void othersOfOtherAddressesAndReferencesLookThemselves() throws Exception {
        sample.inWork("branch", "other");
        sample.push("other");
        try (GitHttpServer server = server();
                SharedRemotes remotes = remotes()) {
            remotes.remote(access(server), anyOf(Duration.ofSeconds(5))).resolve(MAIN);
            int once = asked.size();
            remotes.remote(access(server), anyOf(Duration.ofSeconds(5))).resolve(new GitReference.Branch("other"));
            assertThat(asked).hasSize(2 * once);
            GitAccess known = new GitAccess(
                    access(server).url(),
                    new GitCredentials.Basic("somebody", "else"),
                    access(server).tls(),
                    access(server).ssh(),
                    access(server).timeout());
            remotes.remote(known, anyOf(Duration.ofSeconds(5))).resolve(MAIN);
            assertThat(asked).hasSize(3 * once);
        }
    }

    @Test
    void oneFetchServesAllAndGoes() throws Exception {
        try (GitHttpServer server = server()) {
            try (SharedRemotes remotes = remotes()) {
                List<Integer> requests = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    Path out = sample.emptyFolder("out" + i);
                    remotes.remote(access(server), anyOf(Duration.ofSeconds(5))).fetch(MAIN, Checkout.all(out));
                    assertThat(out.resolve("a.txt")).hasContent("a");
                    requests.add(asked.size());
                }
                assertThat(requests).as("requests after each").containsOnly(requests.getFirst());
            }
            try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void nobodyFetchesWhatIsOlderThanHeSaw() throws Exception {
        try (GitHttpServer server = server();
                SharedRemotes remotes = remotes()) {
            remotes.remote(access(server), anyOf(Duration.ofSeconds(5)))
                    .fetch(MAIN, Checkout.all(sample.emptyFolder("one")));
            String second = sample.commit("a.txt", "b");
            sample.push("main");
            var remote = remotes.remote(access(server), anyOf(Duration.ofSeconds(5)));
            assertThat(remote.resolve(MAIN)).hasToString("main@sha1:" + second);
            Path out = sample.emptyFolder("two");
            assertThat(remote.fetch(MAIN, Checkout.all(out)).revision()).hasToString("main@sha1:" + second);
            assertThat(out.resolve("a.txt")).hasContent("b");
        }
    }

    @Test
    void aCommitIsAskedForOnlyWhenItIsFetched() throws Exception {
        try (GitHttpServer server = server();
                SharedRemotes remotes = remotes()) {
            remotes.remote(access(server), Freshness.of(now)).resolve(new GitReference.Commit(first, ""));
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void whoWaitsForOneThatIsStoppedTakesOver() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        SharedWork<String, String> work = new SharedWork<>(Duration.ofSeconds(5), clock());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> leader =
                    threads.submit(() -> work.get("key", Freshness.of(now), Duration.ofSeconds(30), () -> {
                        leading.countDown();
                        try {
                            stopped.await();
                        } catch (InterruptedException end) {
                            Thread.currentThread().interrupt();
                            throw new GitException(GitException.Problem.UNREACHABLE, "interrupted", end);
                        }
                        return "theirs";
                    }));
            leading.await();
            Future<String> follower =
                    threads.submit(() -> work.get("key", Freshness.of(now), Duration.ofSeconds(30), () -> "own"));
            leader.cancel(true);
            assertThat(follower.get(30, TimeUnit.SECONDS)).isEqualTo("own");
        }
    }

    @Test
    void aFailureIsToldToThoseWhoWaitAndToNobodyLater() throws Exception {
        SharedWork<String, String> work = new SharedWork<>(Duration.ofSeconds(5), clock());
        assertThatThrownBy(() -> work.get("key", anyOf(Duration.ofSeconds(5)), Duration.ofSeconds(1), () -> {
                    throw new GitException(GitException.Problem.REFUSED, "no");
                }))
                .hasMessage("no");
        assertThat(work.get("key", anyOf(Duration.ofSeconds(5)), Duration.ofSeconds(1), () -> "yes"))
                .isEqualTo("yes");
    }
}
