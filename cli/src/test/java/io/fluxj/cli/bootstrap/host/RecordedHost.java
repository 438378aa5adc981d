package io.fluxj.cli.bootstrap.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/**
 * A host that knows one conversation: which requests come, in which order, with which headers and bodies, and what is answered. Written by hand from the hosts'
 * public API documents, in {@code hosts/NAME.yaml}: documents of {@code request}, {@code headers}, {@code body}, {@code status}, {@code says} (headers), {@code answer}.
 */
public final class RecordedHost implements AutoCloseable {
    private static final ObjectMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Queue<JsonNode> expected = new ArrayDeque<>();
    private final List<String> surprises = new ArrayList<>();

    private RecordedHost(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of the loopback address. */
    public static RecordedHost play(String conversation) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RecordedHost host = new RecordedHost(server);
        String file = "/hosts/" + conversation + ".yaml";
        try (InputStream in = Objects.requireNonNull(RecordedHost.class.getResourceAsStream(file), file)) {
            YAMLMapper yaml = new YAMLMapper();
            yaml.readerFor(JsonNode.class).<JsonNode>readValues(in).forEachRemaining(host.expected::add);
        }
        server.createContext("/", host::answer);
        server.start();
        return host;
    }

    public HostAccess access() {
        return new HostAccess(
                place(), "git.example.com", "token-1", TlsConfig.SYSTEM, Proxies.NONE, Duration.ofSeconds(20));
    }

    public URI place() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What came but was not expected, and what was expected but did not come. */
    public synchronized List<String> differences() {
        List<String> all = new ArrayList<>(surprises);
        expected.forEach(
                missing -> all.add("missing: " + missing.path("request").asText()));
        return all;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode next = expected.isEmpty() ? JSON.missingNode() : expected.peek();
            String difference = difference(exchange, request, body, next);
            if (!difference.isEmpty()) {
                surprises.add(difference);
                exchange.sendResponseHeaders(599, -1);
                return;
            }
            expected.remove();
            next.path("says").propertyStream().forEach(said -> exchange.getResponseHeaders()
                    .add(said.getKey(), said.getValue().asText()));
            byte[] answer = next.has("answer") ? JSON.writeValueAsBytes(next.get("answer")) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(next.path("status").asInt(200), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String difference(HttpExchange exchange, String request, byte[] body, JsonNode next)
            throws IOException {
        if (!next.path("request").asText().equals(request)) {
            return "expected " + next.path("request").asText("nothing") + " but got " + request;
        }
        JsonNode sent = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        JsonNode wanted = next.has("body") ? next.get("body") : JSON.missingNode();
        if (!sent.equals(wanted)) {
            return request + ": expected " + wanted + " but got " + sent;
        }
        for (var header : next.path("headers").properties()) {
            String value = String.valueOf(exchange.getRequestHeaders().getFirst(header.getKey()));
            if (!value.equals(header.getValue().asText())) {
                return request + ": expected " + header + " but got " + value;
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
