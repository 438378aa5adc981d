package io.fluxj.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a client may cost. */
class ServerBoundsTest {
    /** Too short for who says nothing, and long enough for who speaks at once on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HttpHandler LENGTH =
            request -> HttpAnswer.text("read " + request.body().read().length);

    private static HttpServer serve(ServerBounds bounds) throws IOException {
        return HttpServerTest.serve(bounds, LENGTH);
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT);
                Client client = new Client(server)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(ServerBounds.DEFAULT.headBytes()) + "\r\n\r\n");
            assertThat(client.readAll()).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.withBodies(10))) {
            try (Client client = new Client(server)) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789");
                assertThat(client.readUntil("read 10")).startsWith("HTTP/1.1 200 ");
            }
            try (Client client = new Client(server)) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n0123456789a");
                assertThat(client.readAll()).startsWith("HTTP/1.1 413 ").contains("larger than 10 bytes");
            }
            try (Client client = new Client(server)) {
                client.send(
                        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n");
                assertThat(client.readAll()).startsWith("HTTP/1.1 413 ");
            }
        }
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsRefused() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.withBodies(10).within(LONG, SHORT, LONG));
                Client client = new Client(server)) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0");
            assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aHeadThatDoesNotComeInTimeEndsItsConnection() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.within(SHORT, LONG, LONG))) {
            try (Client client = new Client(server)) {
                assertThat(client.send("GET / HTTP/1.1\r\nHo").readAll()).isEmpty();
            }
            try (Client client = new Client(server)) {
                client.get("/").readUntil("read 0");
                assertThat(client.send("GET / HTTP/1.1\r\nHo").readAll()).isEmpty();
            }
        }
    }

    @Test
    void aConnectionThatIsNotUsedEnds() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.within(LONG, SHORT, LONG));
                Client client = new Client(server)) {
            client.get("/").readUntil("read 0");
            assertThat(client.readAll()).isEmpty();
        }
    }

    /** Otherwise a page that takes long to make would never come. */
    @Test
    void theTimeThatAnAnswerTakesIsNoSilence() throws Exception {
        Duration longer = SHORT.multipliedBy(2);
        try (HttpServer server = HttpServerTest.serve(ServerBounds.DEFAULT.within(LONG, SHORT, LONG), request -> {
                    LockSupport.parkNanos(longer.toNanos());
                    return HttpAnswer.text("late");
                });
                Client client = new Client(server)) {
            assertThat(client.get("/").readUntil("late")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void connectionsBeyondTheBoundWaitUntilOneEnds() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.withConnections(1, 1));
                Client first = new Client(server)) {
            first.get("/").readUntil("read 0");
            try (Client second = new Client(server)) {
                second.get("/");
                first.hangUp();
                assertThat(second.readUntil("read 0")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void connectionsOfOneAddressBeyondItsShareAreClosed() throws Exception {
        try (HttpServer server = serve(ServerBounds.DEFAULT.withConnections(10, 2));
                Client first = new Client(server);
                Client second = new Client(server)) {
            first.get("/").readUntil("read 0");
            second.get("/").readUntil("read 0");
            try (Client third = new Client(server)) {
                assertThat(third.readAll()).isEmpty();
            }
            assertThat(first.get("/").readUntil("read 0")).startsWith("HTTP/1.1 200 ");
            first.hangUp();
            await(server, second);
        }
    }

    /** The end of a connection is noticed a moment later. */
    private static void await(HttpServer server, Client open) throws IOException {
        assertThat(open.get("/").readUntil("read 0")).startsWith("HTTP/1.1 200 ");
        Awaitility.await().untilAsserted(() -> {
            try (Client next = new Client(server)) {
                assertThat(next.get("/").readUntil("read 0")).startsWith("HTTP/1.1 200 ");
            }
        });
    }
}
