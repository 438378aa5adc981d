package io.fluxj.runtime.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.runtime.metrics.ControllerMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls to servers with which TLS does not come about. */
class SecuredCallsTest {
    private static final int HANDSHAKE = 22;
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";

    @TempDir
    Path folder;

    /** Answers who speaks plain HTTP, and never one who begins with TLS. */
    private static ServerSocket hanging() throws IOException {
        ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = server.accept();
                    Thread.ofVirtual().start(() -> answer(connection));
                }
            } catch (SocketException closed) {
                // the test is over
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return server;
    }

    private static void answer(Socket connection) {
        try (connection) {
            if (connection.getInputStream().read() == HANDSHAKE) {
                // until the caller gives up; a connection that nobody holds would be closed with the next garbage
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else {
                connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private SecuredCalls calls(PeerMode mode) {
        HttpClient hurried =
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(300)).build();
        return new SecuredCalls(
                HttpClient.newHttpClient(),
                hurried,
                mode,
                new PeerToken(folder.resolve("none"), System::nanoTime),
                new PeerReports(new ControllerMetrics(new PrometheusRegistry()).peers()));
    }

    @Test
    void aHandshakeThatHangsIsGivenUp() throws Exception {
        try (ServerSocket server = hanging()) {
            assertThatExceptionOfType(PeerRefused.class)
                    .isThrownBy(() -> calls(PeerMode.enforced)
                            .send(Installation.get(server.getLocalPort(), "/file"), BodyHandlers.ofString()))
                    .withCauseInstanceOf(HttpConnectTimeoutException.class);
        }
    }

    @Test
    void aServerThatKnowsNoTlsIsAskedPlainlyInAudit() throws Exception {
        try (ServerSocket server = hanging()) {
            assertThat(calls(PeerMode.audit)
                            .send(Installation.get(server.getLocalPort(), "/file"), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello");
        }
    }
}
