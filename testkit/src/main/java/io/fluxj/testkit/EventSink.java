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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Stands where {@code --events-addr} points and keeps what controllers post there, in order of arrival. A controller that got no answer in time posts the
 * same once more; such a repetition is answered and not kept.
 */
public final class EventSink implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    /** A little less than the pause before the first repetition, see {@code EventPosts} of runtime: what is told twice by mistake comes sooner. */
    private static final Duration BEFORE_REPETITION = Duration.ofMillis(900);

    private final HttpServer server;
    private final ExecutorService threads;
    private final LongSupplier nanoTime;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

    private record Arrival(JsonNode event, long nanos) {
        boolean isRepeatedBy(Arrival later) {
            return event.equals(later.event) && later.nanos - nanos >= BEFORE_REPETITION.toNanos();
        }
    }

    private EventSink(HttpServer server, ExecutorService threads, LongSupplier nanoTime) {
        this.server = server;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /** Starts on a free loopback port. */
    public static EventSink start() throws IOException {
        return start(System::nanoTime);
    }

    /** Its threads are the system's: virtual ones would wait until those of the controllers in this JVM let them work. */
    static EventSink start(LongSupplier nanoTime) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("event-sink-", 0).factory());
        EventSink sink = new EventSink(server, threads, nanoTime);
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
        return arrivals.stream().map(Arrival::event).toList();
    }

    /**
     * The events about one object.
     *
     * @param kind the object's kind, such as {@code GitRepository}
     */
    public List<JsonNode> eventsAbout(String kind, String namespace, String name) {
        return events().stream()
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
        arrivals.clear();
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
            keep(new Arrival(JSON.readTree(exchange.getRequestBody()), nanoTime.getAsLong()));
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private synchronized void keep(Arrival arrival) {
        if (arrivals.stream().noneMatch(earlier -> earlier.isRepeatedBy(arrival))) {
            arrivals.add(arrival);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
