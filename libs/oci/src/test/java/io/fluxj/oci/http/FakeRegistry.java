package io.fluxj.oci.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry that answers what a test wants, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {
    static final RegistryLimits SMALL = new RegistryLimits(4096, 1 << 16, 100, 1000);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What was asked; {@code authorization} is empty for none. */
    record Asked(String method, String target, String authorization, String body) {}

    @FunctionalInterface
    interface Handler {
        void handle(HttpExchange exchange, Asked asked) throws IOException;
    }

    private FakeRegistry(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestURI().getPath().equals("/v2/")) {
                    reply(exchange, 200, "");
                    return;
                }
                Asked question = asked(exchange);
                asked.add(question);
                handler.handle(exchange, question);
            }
        });
        server.start();
    }

    static FakeRegistry start(Handler handler) throws IOException {
        return new FakeRegistry(handler);
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers.containsKey("Authorization") ? headers.getFirst("Authorization") : "",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static void reply(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host();
    }

    Repository repository() {
        return new Repository(host(), "team/app");
    }

    HttpRegistry open(RegistryAccess access) throws RegistryException, InterruptedException {
        return HttpRegistry.open(host(), access, SMALL);
    }

    HttpRegistry open() throws RegistryException, InterruptedException {
        return open(RegistryAccess.anonymous());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
