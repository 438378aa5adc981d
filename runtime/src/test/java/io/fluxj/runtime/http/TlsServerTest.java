package io.fluxj.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.net.issue.ThrowawayCertificate;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** A server that speaks TLS and plain HTTP on one port. */
class TlsServerTest {
    private static final Duration SOON = Duration.ofMillis(400);
    private final ThrowawayCertificate authority = ThrowawayCertificate.authority("test");

    private HttpServer serve(ServerBounds bounds) throws IOException {
        return HttpServer.start(
                "tls",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                bounds,
                request -> HttpAnswer.text(request.secure() ? "encrypted" : "open"),
                Optional.of(authority.issue("server").server(authority)));
    }

    private Socket tls(HttpServer server) throws Exception {
        SSLContext context = TlsConfig.trusting(Trust.only(authority.certificatePem()))
                .context()
                .orElseThrow();
        return context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static String get(Socket socket, String connection) throws IOException {
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder all = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            all.append((char) next);
            if (all.toString().endsWith("encrypted")) {
                break;
            }
        }
        return all.toString();
    }

    @Test
    void theFirstByteTellsWhatIsSpoken() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT);
                Socket tls = tls(server);
                Client plain = new Client(server)) {
            assertThat(get(tls, "keep-alive")).startsWith("HTTP/1.1 200 OK").endsWith("encrypted");
            assertThat(get(tls, "close")).startsWith("HTTP/1.1 200 OK").endsWith("encrypted");
            assertThat(plain.get("/").readUntil("open")).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aHandshakeThatDoesNotGoOnIsEnded() throws Exception {
        ServerBounds hurried = ServerBounds.DEFAULT.within(SOON, Duration.ofMinutes(5), Duration.ofMinutes(5));
        try (HttpServer server = serve(hurried);
                Client silent = new Client(server);
                Client halfway = new Client(server)) {
            halfway.send("\u0016\u0003\u0001\u0002\u0000");

            assertThat(ended(silent)).isTrue();
            assertThat(ended(halfway)).isTrue();
        }
    }

    private static boolean ended(Client client) throws IOException {
        try {
            return client.readAll().length() < 100;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void connectionsOverTlsCountOnce() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.withConnections(8, 2));
                Socket first = tls(server);
                Socket second = tls(server)) {
            assertThat(get(first, "keep-alive")).endsWith("encrypted");
            assertThat(get(second, "keep-alive")).endsWith("encrypted");
            try (Client third = new Client(server)) {
                assertThat(ended(third)).isTrue();
            }
            assertThat(get(first, "keep-alive")).endsWith("encrypted");
        }
    }

    @Test
    void whatIsNoHandshakeIsNoTrouble() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT)) {
            try (Client client = new Client(server)) {
                client.send("\u0016\u0003\u0001\u0000\u0005hello and more");
                assertThat(ended(client)).isTrue();
            }
            try (Socket tls = tls(server)) {
                assertThat(get(tls, "close")).endsWith("encrypted");
            }
        }
    }
}
