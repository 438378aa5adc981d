package io.fluxj.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpReaderTest {
    private static final Map<String, String> SECRET = Map.of("Authorization", "Basic eA==");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer one;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        one = server();
        other = server();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        return server;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            seen.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            switch (path) {
                case "/away" -> redirect(exchange, url(other, "/there"));
                case "/near" -> redirect(exchange, "/there");
                case "/round" -> redirect(exchange, "/round");
                case "/file" -> redirect(exchange, "file:///etc/hostname");
                case "/half" -> half(exchange);
                default -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            }
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }

    private void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String url(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private String follow(String path) throws Exception {
        try (HttpReader http = HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE);
                HttpAnswer answer =
                        http.follow(URI.create(url(one, path)), SECRET, Deadline.in(Duration.ofSeconds(20)))) {
            return new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        one.stop(0);
        other.stop(0);
        threads.shutdownNow();
    }

    @Test
    void handsCredentialsToNobodyElse() throws Exception {
        assertThat(follow("/away")).isEqualTo("ok");
        assertThat(follow("/near")).isEqualTo("ok");

        assertThat(seen).containsExactly("/away Basic eA==", "/there null", "/near Basic eA==", "/there Basic eA==");
    }

    @Test
    void goesNoFurtherThanItIsSafe() {
        assertThatThrownBy(() -> follow("/round")).hasMessageContaining("stopped after 10 redirects");
        assertThatThrownBy(() -> follow("/file")).hasMessageContaining("none of http or https");
    }

    @Test
    void endsABodyThatDoesNotCome() throws Exception {
        try (HttpReader http = HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE);
                HttpAnswer answer =
                        http.get(URI.create(url(one, "/half")), Map.of(), Deadline.in(Duration.ofMillis(500)))) {
            assertThatThrownBy(() -> answer.body().readAllBytes())
                    .isInstanceOf(HttpFailure.class)
                    .hasMessageContaining("context deadline exceeded");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (HttpReader http = HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE)) {
            URI address = URI.create("http://127.0.0.1:" + port + "/x");
            assertThatThrownBy(() -> http.get(address, Map.of(), Deadline.in(Duration.ofSeconds(5))))
                    .hasMessage(
                            "Get \"" + address + "\": dial tcp 127.0.0.1:" + port + ": connect: connection refused");
        }
    }

    @Test
    void saysThatTheServerSpeaksNoTls() throws Exception {
        try (HttpReader http = HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE);
                ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> refuse(plain));
            URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/x");
            assertThatThrownBy(() -> http.get(address, Map.of(), Deadline.in(Duration.ofSeconds(20))))
                    .hasMessage("Get \"" + address + "\": http: server gave HTTP response to HTTPS client");
        }
    }

    private static void refuse(ServerSocket plain) {
        try (java.net.Socket client = plain.accept()) {
            client.getInputStream().read();
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the client has what it needs
        }
    }
}
