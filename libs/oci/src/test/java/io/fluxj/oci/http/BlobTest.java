package io.fluxj.oci.http;

import static io.fluxj.oci.http.FakeRegistry.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.http.FakeRegistry.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BlobTest {
    private static final String CONTENT = "what the layer holds";

    @TempDir
    Path folder;

    @Test
    void aBlobFromAnotherHostIsFetchedWithoutCredentials() throws Exception {
        Path file = folder.resolve("layer");
        try (FakeRegistry storage = FakeRegistry.start((exchange, _) -> reply(exchange, 200, CONTENT));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> {
                    if (asked.authorization().isEmpty()) {
                        reply(exchange, 401, "", "WWW-Authenticate", "Basic realm=\"x\"");
                    } else {
                        reply(exchange, 307, "", "Location", storage.url() + "/signed?key=1");
                    }
                });
                HttpRegistry registry =
                        server.open(RegistryAccess.anonymous().as(new RegistryCredentials.Basic("user", "pass")))) {
            registry.download(server.repository(), blob(CONTENT), file);
            assertThat(file).hasContent(CONTENT);
            assertThat(storage.asked()).containsExactly(new Asked("GET", "/signed?key=1", "", ""));
        }
    }

    @Test
    void whoWasRedirectedToAnswersNoChallengeThere() throws Exception {
        try (FakeRegistry storage = FakeRegistry.start(
                        (exchange, _) -> reply(exchange, 401, "", "WWW-Authenticate", "Basic realm=\"x\""));
                FakeRegistry server = FakeRegistry.start(
                        (exchange, asked) -> reply(exchange, 307, "", "Location", storage.url() + "/blob"));
                HttpRegistry registry =
                        server.open(RegistryAccess.anonymous().as(new RegistryCredentials.Basic("user", "pass")))) {
            assertProblem(Problem.AUTHENTICATION, () -> registry.bytes(server.repository(), blob(CONTENT)));
            assertThat(storage.asked()).extracting(Asked::authorization).containsExactly("");
        }
    }

    @Test
    void redirectsEnd() throws Exception {
        try (FakeRegistry server = FakeRegistry.start(
                        (exchange, asked) -> reply(exchange, 302, "", "Location", asked.target() + "x"));
                HttpRegistry registry = server.open()) {
            assertProblem(Problem.REFUSED, () -> registry.bytes(server.repository(), blob(CONTENT)));
            assertThat(server.asked()).hasSize(6);
        }
    }

    @Test
    void otherBytesThanPromisedAreRefused() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, "WHAT THE LAYER HOLDS"));
                HttpRegistry registry = server.open()) {
            assertProblem(
                    Problem.DIGEST,
                    () -> registry.download(server.repository(), blob(CONTENT), folder.resolve("layer")));
        }
    }

    @Test
    void moreBytesThanPromisedAreNotRead() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (byte[] noise = new byte[1 << 16]; true; ) {
                        exchange.getResponseBody().write(noise);
                    }
                });
                HttpRegistry registry = server.open()) {
            assertProblem(Problem.TOO_LARGE, () -> registry.bytes(server.repository(), blob(CONTENT)));
        }
    }

    @Test
    void aBlobThatIsTooLargeIsNotAskedFor() throws Exception {
        Descriptor large = Descriptor.of("x/y", digest(CONTENT), 1L << 40);
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, CONTENT));
                HttpRegistry registry = server.open()) {
            assertProblem(
                    Problem.TOO_LARGE, () -> registry.download(server.repository(), large, folder.resolve("layer")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void aServerThatStopsSendingIsNotWaitedFor() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> {
                    exchange.sendResponseHeaders(200, CONTENT.length());
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    awaitQuietly(end);
                });
                HttpRegistry registry = server.open(new RegistryAccess(
                        new RegistryCredentials.None(),
                        TlsConfig.SYSTEM,
                        Proxies.NONE,
                        false,
                        Duration.ofMillis(1500)))) {
            assertProblem(Problem.TIMEOUT, () -> registry.bytes(server.repository(), blob(CONTENT)));
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RegistryException.class, failed -> assertThat(failed.problem())
                .as(failed.message())
                .isEqualTo(problem));
    }

    private static Descriptor blob(String content) {
        return Descriptor.of("x/y", digest(content), content.length());
    }

    private static Digest digest(String content) {
        return Digest.of(DigestAlgorithm.SHA256, content);
    }
}
