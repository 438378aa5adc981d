package io.fluxj.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Any server that a controller calls: keeps the requests in order of arrival and gives the answers that a test wants. */
public final class RequestSink implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Request, Reply> replies;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private RequestSink(HttpServer server, ExecutorService threads, Function<Request, Reply> replies) {
        this.server = server;
        this.threads = threads;
        this.replies = replies;
    }

    /**
     * One request.
     *
     * @param target path and query, as sent
     * @param headers by name in lower case; several values joined by a comma
     */
    public record Request(String method, String target, Map<String, String> headers, String body) {}

    /** One answer. */
    public record Reply(int status, String body) {
        /** 200 without a body. */
        public static final Reply OK = new Reply(200, "");
    }

    /**
     * Starts on a free loopback port.
     *
     * @param replies what each request is answered
     */
    public static RequestSink start(Function<Request, Reply> replies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        RequestSink sink = new RequestSink(server, threads, replies);
        server.setExecutor(threads);
        server.createContext("/", sink::receive);
        server.start();
        return sink;
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All requests received so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            requests.add(request);
            Reply reply = replies.apply(request);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(headers), body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
