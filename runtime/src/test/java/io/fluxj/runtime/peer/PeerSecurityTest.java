package io.fluxj.runtime.peer;

import static io.fluxj.runtime.peer.Installation.SECRET;
import static io.fluxj.runtime.peer.PeerMode.audit;
import static io.fluxj.runtime.peer.PeerMode.enforced;
import static io.fluxj.runtime.peer.PeerSettings.AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxj.net.issue.CertificateAuthority;
import io.fluxj.net.issue.Validity;
import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What controllers say to each other on real connections, with tokens of a real API server. */
class PeerSecurityTest {
    @TempDir
    Path folder;

    @ClusterTest
    void controllersOfAnInstallationRecogniseEachOther(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder)) {
            HttpServer server = installation.server(enforced);
            Path token = installation.token("kustomize-controller", AUDIENCE);

            HttpResponse<String> answer =
                    installation.call(installation.settings(enforced, SECRET, token), server.port());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.sslSession()).isPresent();
            assertThat(installation.series("fluxj_peer_requests_total"))
                    .containsExactly("fluxj_peer_requests_total{admitted=\"true\",peer=\"" + cluster.namespace()
                            + "/kustomize-controller\",proof=\"token\",server=\"artifacts\"} 1");
            assertThat(installation.series("fluxj_peer_calls_total"))
                    .containsExactly(
                            "fluxj_peer_calls_total{peer=\"127.0.0.1:" + server.port() + "\",proof=\"tls\"} 1");
        }
    }

    @ClusterTest
    void whoProvesNothingIsRefusedWhereItIsEnforced(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder);
                HttpClient plain = HttpClient.newHttpClient()) {
            int port = installation.server(enforced).port();

            HttpResponse<String> answer =
                    plain.send(Installation.get(port, "/file"), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(426);
            assertThat(answer.body()).contains("spoken to over TLS").contains("--peer-security");

            assertThat(plain.send(Installation.get(port, "/"), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as("the probe of the kubelet")
                    .isEqualTo(200);

            assertThat(refused(installation, folder.resolve("none"), port))
                    .as("without a token")
                    .startsWith("401 no token");
            assertThat(refused(installation, installation.token("source-controller", "another.example"), port))
                    .as("for another audience")
                    .startsWith("401 the token does not count: it is not for the audience");
            Path foreign = installation.token(cluster.anotherNamespace(), "kustomize-controller", AUDIENCE);
            assertThat(refused(installation, foreign, port))
                    .as("of another namespace")
                    .startsWith("403 the service account ");
            assertThat(installation.series("fluxj_peer_requests_total"))
                    .hasSize(4)
                    .allMatch(series -> series.contains("admitted=\"false\""));
        }
    }

    private static String refused(Installation installation, Path token, int port) throws Exception {
        HttpResponse<String> answer = installation.call(installation.settings(enforced, SECRET, token), port);
        return answer.statusCode() + " " + answer.body();
    }

    @ClusterTest
    void whoProvesNothingIsServedAndToldOfInAudit(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder);
                HttpClient plain = HttpClient.newHttpClient()) {
            int port = installation.server(audit).port();

            HttpResponse<String> answer =
                    plain.send(Installation.get(port, "/file"), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("hello");
            assertThat(installation.series("fluxj_peer_requests_total"))
                    .containsExactly("fluxj_peer_requests_total{admitted=\"true\",peer=\"127.0.0.1\",proof=\"plain\","
                            + "server=\"artifacts\"} 1");
        }
    }

    @ClusterTest
    void aControllerOfFluxIsAskedPlainlyInAuditAlone(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder);
                HttpServer flux = HttpServer.start(
                        "flux",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ServerBounds.DEFAULT,
                        request ->
                                HttpAnswer.text(request.header("Authorization").orElse("no token")))) {
            Path token = installation.token("kustomize-controller", AUDIENCE);
            PeerSecurity auditing = installation.controller(installation.settings(audit, SECRET, token));

            assertThat(Installation.call(auditing, flux.port()).body()).isEqualTo("no token");
            assertThat(Installation.call(auditing, flux.port()).body()).isEqualTo("no token");
            assertThat(installation.series("fluxj_peer_calls_total"))
                    .containsExactly(
                            "fluxj_peer_calls_total{peer=\"127.0.0.1:" + flux.port() + "\",proof=\"plain\"} 2");

            assertThatExceptionOfType(PeerRefused.class)
                    .isThrownBy(() -> installation.call(installation.settings(enforced, SECRET, token), flux.port()))
                    .withMessageContaining("does not prove by TLS")
                    .withMessageContaining("--peer-security=enforced");
        }
    }

    @ClusterTest
    void anAuthorityOfSomebodyElseVouchesForNobody(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder)) {
            CertificateAuthority other = authority("other");
            installation.certify("other", other, other.certificatePem(), day());
            int port = installation.server(enforced).port();
            Path token = installation.token("kustomize-controller", AUDIENCE);

            assertThatExceptionOfType(PeerRefused.class)
                    .isThrownBy(() -> installation.call(installation.settings(enforced, "other", token), port))
                    .withMessageContaining("127.0.0.1:" + port + " does not prove by TLS");
            assertThat(installation.series("fluxj_peer_requests_total"))
                    .as("the token was not sent")
                    .isEmpty();
        }
    }

    @ClusterTest
    void anExpiredCertificateVouchesForNobody(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder)) {
            CertificateAuthority authority = authority("late");
            Instant now = Instant.now();
            installation.certify(
                    SECRET,
                    authority,
                    authority.certificatePem(),
                    new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))));
            int port = installation.server(enforced).port();
            Path token = installation.token("kustomize-controller", AUDIENCE);

            assertThatExceptionOfType(PeerRefused.class)
                    .isThrownBy(() -> installation.call(installation.settings(enforced, SECRET, token), port))
                    .withCauseInstanceOf(SSLException.class);
        }
    }

    @ClusterTest
    void certificateAndAuthorityChangeWhileEverythingRuns(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder)) {
            CertificateAuthority before = authority("before");
            CertificateAuthority after = authority("after");
            installation.certify(SECRET, before, before.certificatePem(), day());
            int port = installation.server(enforced).port();
            PeerSecurity caller = installation.controller(
                    installation.settings(enforced, SECRET, installation.token("kustomize-controller", AUDIENCE)));
            assertThat(issuer(caller, port)).isEqualTo("CN=before");

            installation.certify(SECRET, after, after.certificatePem() + before.certificatePem(), day());

            PeerSecurity another = installation.controller(
                    installation.settings(enforced, SECRET, installation.token("helm-controller", AUDIENCE)));
            await().untilAsserted(() -> assertThat(issuer(
                            installation.controller(installation.settings(
                                    enforced, SECRET, installation.token("helm-controller", AUDIENCE))),
                            port))
                    .isEqualTo("CN=after"));
            assertThat(Installation.call(another, port).statusCode()).isEqualTo(200);
            assertThat(Installation.call(caller, port).statusCode()).isEqualTo(200);
        }
    }

    private static String issuer(PeerSecurity caller, int port) throws Exception {
        HttpResponse<String> answer = Installation.call(caller, port);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
                .getIssuerX500Principal()
                .getName();
    }

    @ClusterTest
    void theSecretIsMadeOnceAndNeverTakenFromOthers(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder)) {
            var _ = installation.server(enforced);
            Map<String, String> made = installation.secret().getData();
            assertThat(made).containsOnlyKeys("ca.crt", "ca.key", "tls.crt", "tls.key");

            var _ = installation.server(enforced);
            assertThat(installation.secret().getData()).isEqualTo(made);

            CertificateAuthority own = authority("own");
            Instant now = Instant.now();
            installation.certify(
                    "others", own, own.certificatePem(), new Validity(now.minusSeconds(60), now.plusSeconds(60)));
            var others =
                    cluster.client().secrets().inNamespace(cluster.namespace()).withName("others");
            Map<String, String> given = others.require().getData();
            new PeerSecretKeeper(
                            cluster.client(),
                            installation.settings(enforced, "others", folder.resolve("none")),
                            Clock.systemUTC())
                    .keep();
            assertThat(others.require().getData()).isEqualTo(given);
        }
    }

    @ClusterTest
    void noTokenIsEverLogged(KubeCluster cluster) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.fluxj.runtime");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try (Installation installation = new Installation(cluster, folder)) {
            int port = installation.server(audit).port();
            for (String audience : List.of(AUDIENCE, "another.example")) {
                Path token = installation.token("kustomize-controller", audience);
                var _ = installation.call(installation.settings(audit, SECRET, token), port);

                assertThat(logged(lines))
                        .isNotEmpty()
                        .noneMatch(line -> line.contains(readString(token).substring(0, 40)));
            }
        } finally {
            logger.detachAppender(lines);
        }
    }

    private static List<String> logged(ListAppender<ILoggingEvent> lines) {
        synchronized (lines) {
            return lines.list.stream()
                    .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                    .toList();
        }
    }

    private static String readString(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CertificateAuthority authority(String name) {
        return CertificateAuthority.create(name, day());
    }

    private static Validity day() {
        return Validity.of(Instant.now(), Duration.ofDays(1));
    }
}
