package io.fluxj.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the files of a folder over HTTP(S), and misbehaves by the first part of the path: {@code /auth/...} wants user {@value GitTestServer#USER} with password
 * {@value GitTestServer#PASSWORD}, {@code /hang/...} never answers, {@code /500/...} answers 500, {@code /huge/...} sends {@value #HUGE} bytes.
 */
public final class StaticTestServer implements AutoCloseable {
    /** Length of what is below {@code /huge/}: one byte more than 50 MiB. */
    public static final int HUGE = (50 << 20) + 1;

    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (GitTestServer.USER + ":" + GitTestServer.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    private StaticTestServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Serves over plain HTTP on a free loopback port. */
    public static StaticTestServer start(Path folder) throws IOException {
        return start(folder, HttpServer.create(loopback(), 0));
    }

    /** Serves over HTTPS on a free loopback port. */
    public static StaticTestServer startTls(Path folder, HttpsConfigurator tls) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(tls);
        return start(folder, server);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static StaticTestServer start(Path folder, HttpServer server) {
        StaticTestServer started = new StaticTestServer(folder, server);
        server.setExecutor(started.threads);
        server.createContext("/", started::serve);
        server.start();
        return started;
    }

    /** {@code http://127.0.0.1:<port>} or {@code https://...}, without a slash at its end. */
    public URI url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int end = path.indexOf('/', 1);
        String first = end < 0 ? "" : path.substring(1, end);
        try (exchange) {
            switch (first) {
                case "hang" -> hang();
                case "500" -> exchange.sendResponseHeaders(500, -1);
                case "huge" -> huge(exchange);
                case "auth" -> guarded(exchange, path.substring(end));
                default -> file(exchange, path);
            }
        }
    }

    private void guarded(HttpExchange exchange, String path) throws IOException {
        if (BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            file(exchange, path);
            return;
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"helm\"");
        exchange.sendResponseHeaders(401, -1);
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path file = folder.resolve(path.substring(1)).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] content = Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, HUGE);
        byte[] comment = new byte[1 << 16];
        Arrays.fill(comment, (byte) '#');
        OutputStream body = exchange.getResponseBody();
        for (int left = HUGE; left > 0; left -= comment.length) {
            body.write(comment, 0, Math.min(left, comment.length));
        }
    }

    private void hang() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("server closed", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
