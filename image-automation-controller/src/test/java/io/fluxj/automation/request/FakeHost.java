package io.fluxj.automation.request;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API over HTTP whose answers a test writes. */
public final class FakeHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Answers answers;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * What was asked.
     *
     * @param target path with its query, as it was sent
     * @param token the header that holds it
     */
    public record Asked(String method, String target, String token, String body) {
        @Override
        public String toString() {
            return (method + " " + target + " " + body).strip();
        }
    }

    /**
     * What is answered.
     *
     * @param status such as 200
     * @param body JSON
     */
    public record Answer(int status, String body) {}

    /** Makes answers. */
    @FunctionalInterface
    public interface Answers {
        Answer to(Asked asked);
    }

    private FakeHost(HttpServer server, Answers answers) {
        this.server = server;
        this.answers = answers;
    }

    public static FakeHost start(Answers answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeHost host = new FakeHost(server, answers);
        server.setExecutor(host.threads);
        server.createContext("/", host::answer);
        server.start();
        return host;
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that was asked, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String gitlab = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
            Asked one = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    gitlab == null
                            ? String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                            : "PRIVATE-TOKEN " + gitlab,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(one);
            Answer answer = answers.to(one);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
