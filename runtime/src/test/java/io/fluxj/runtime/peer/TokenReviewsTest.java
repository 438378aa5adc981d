package io.fluxj.runtime.peer;

import static io.fluxj.runtime.peer.PeerSettings.AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What the API server is asked about tokens, and how often. */
class TokenReviewsTest {
    @TempDir
    Path folder;

    private record Reviewing(
            Installation installation,
            KubernetesClient client,
            AtomicInteger asked,
            AtomicReference<Instant> now,
            TokenReviews reviews)
            implements AutoCloseable {
        @Override
        public void close() {
            client.close();
            installation.close();
        }
    }

    private Reviewing reviewing(KubeCluster cluster, String... accounts) {
        AtomicInteger asked = new AtomicInteger();
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(cluster.client().getConfiguration())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("counting", new Interceptor() {
                    @Override
                    public void before(
                            io.fabric8.kubernetes.client.http.BasicBuilder builder,
                            HttpRequest request,
                            RequestTags tags) {
                        asked.incrementAndGet();
                    }
                }))
                .build();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        PeerSettings settings = new PeerSettings(
                PeerMode.enforced, cluster.namespace(), "s", folder.resolve("none"), List.of(accounts));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new Reviewing(
                new Installation(cluster, folder), client, asked, now, new TokenReviews(client, settings, clock));
    }

    @ClusterTest
    void aTokenIsReviewedOnceInTwoMinutes(KubeCluster cluster) {
        try (Reviewing given = reviewing(cluster)) {
            String token = given.installation().newToken(cluster.namespace(), "helm-controller", AUDIENCE);
            Proof account = new Proof.Account(cluster.namespace() + "/helm-controller");

            assertThat(given.reviews().of(token)).isEqualTo(account);
            assertThat(given.reviews().of(token)).isEqualTo(account);
            assertThat(given.asked().get()).isEqualTo(1);

            given.now().updateAndGet(now -> now.plus(Duration.ofMinutes(3)));
            assertThat(given.reviews().of(token)).isEqualTo(account);
            assertThat(given.asked().get()).isEqualTo(2);
        }
    }

    @ClusterTest
    void aTokenThatHasExpiredCountsNoLongerHoweverOftenItDid(KubeCluster cluster) {
        try (Reviewing given = reviewing(cluster)) {
            String token = given.installation().newToken(cluster.namespace(), "helm-controller", AUDIENCE);
            assertThat(given.reviews().of(token)).isInstanceOf(Proof.Account.class);

            given.now().updateAndGet(now -> now.plus(Duration.ofHours(2)));

            assertThat(given.reviews().of(token)).isEqualTo(new Proof.Invalid("it has expired"));
            assertThat(given.asked().get()).isEqualTo(1);
        }
    }

    @ClusterTest
    void aTokenThatWasTamperedWithCountsNot(KubeCluster cluster) {
        try (Reviewing given = reviewing(cluster)) {
            String token = given.installation().newToken(cluster.namespace(), "helm-controller", AUDIENCE);
            String unsigned = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

            assertThat(given.reviews().of(unsigned)).isInstanceOf(Proof.Invalid.class);
            assertThat(given.reviews().of(unsigned)).isInstanceOf(Proof.Invalid.class);
            assertThat(given.asked().get())
                    .as("what is refused is remembered too")
                    .isEqualTo(1);
        }
    }

    @ClusterTest
    void onlyAccountsThatAreNamedMayCall(KubeCluster cluster) {
        try (Reviewing given = reviewing(cluster, cluster.namespace() + "/helm-controller")) {
            String named = given.installation().newToken(cluster.namespace(), "helm-controller", AUDIENCE);
            String other = given.installation().newToken(cluster.namespace(), "other", AUDIENCE);

            assertThat(given.reviews().of(named)).isInstanceOf(Proof.Account.class);
            assertThat(given.reviews().of(other)).isEqualTo(new Proof.Stranger(cluster.namespace() + "/other"));
        }
    }

    @ClusterTest
    void whatCannotCountIsNotReviewed(KubeCluster cluster) {
        try (Reviewing given = reviewing(cluster)) {
            String foreign = given.installation().newToken(cluster.namespace(), "helm-controller", "another.example");

            for (String token : List.of("", "a.b.c", "x".repeat(100_000), foreign)) {
                assertThat(given.reviews().of(token)).isInstanceOf(Proof.Invalid.class);
            }
            assertThat(given.asked().get()).isZero();
        }
    }
}
