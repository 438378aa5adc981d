package io.fluxj.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpRequest;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/** Where the sandbox's Provider sends to: every message becomes a line. */
final class Messages implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final ServerBounds BOUNDS = new ServerBounds(
            64 * 1024, 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30), 16, 16);

    private final HttpServer server;

    private Messages(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens on loopback.
     *
     * @param reader is given each message as a line
     */
    static Messages listen(int port, Consumer<String> reader) throws IOException {
        return new Messages(HttpServer.start(
                "messages",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                BOUNDS,
                request -> take(request, reader)));
    }

    private static HttpAnswer take(HttpRequest request, Consumer<String> reader) throws IOException {
        try {
            reader.accept(line(JSON.readTree(request.body().read())));
            return HttpAnswer.text("");
        } catch (JsonProcessingException garbled) {
            return HttpAnswer.text(BAD_REQUEST, "not JSON\n");
        }
    }

    /** What a Provider of type generic sends, in one line. */
    static String line(JsonNode event) {
        var object = event.path("involvedObject");
        var text = event.path("message").asText().lines().findFirst().orElse("");
        return "✉ %s %s/%s/%s %s: %s"
                .formatted(
                        event.path("severity").asText(),
                        object.path("kind").asText(),
                        object.path("namespace").asText(),
                        object.path("name").asText(),
                        event.path("reason").asText(),
                        text);
    }

    @Override
    public void close() {
        server.close();
    }
}
