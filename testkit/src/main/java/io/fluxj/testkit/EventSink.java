package io.fluxj.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands where {@code --events-addr} points and keeps what controllers post there, in order of arrival. */
public final class EventSink implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    private EventSink(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts on a free loopback port. */
    public static EventSink start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        EventSink sink = new EventSink(server, threads);
        server.setExecutor(threads);
        server.createContext("/", sink::receive);
        server.start();
        return sink;
    }

    /** The value for {@code --events-addr}: {@code http://127.0.0.1:<port>/}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** All events received since the start or the last {@link #clear}. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /**
     * The events about one object.
     *
     * @param kind the object's kind, such as {@code GitRepository}
     */
    public List<JsonNode> eventsAbout(String kind, String namespace, String name) {
        return events.stream()
                .filter(event -> {
                    JsonNode object = event.path("involvedObject");
                    return object.path("kind").asText().equals(kind)
                            && object.path("namespace").asText().equals(namespace)
                            && object.path("name").asText().equals(name);
                })
                .toList();
    }

    /** Forgets the events received so far. */
    public void clear() {
        events.clear();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(record(exchange) ? ACCEPTED : BAD_REQUEST, -1);
        }
    }

    private boolean record(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return false;
        }
        try {
            return events.add(JSON.readTree(exchange.getRequestBody()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
