package io.fluxj.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What handlers are given, and what becomes of their answers. */
class HttpServerTest {
    static HttpServer serve(ServerBounds bounds, HttpHandler handler) throws IOException {
        return HttpServer.start("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), bounds, handler);
    }

    private static HttpServer serve(HttpHandler handler) throws IOException {
        return serve(ServerBounds.DEFAULT.withBodies(100), handler);
    }

    @Test
    void aRequestIsGivenAsItWasSent() throws Exception {
        try (HttpServer server = serve(request -> HttpAnswer.text(String.join(
                        "|",
                        request.method(),
                        request.target(),
                        request.rawPath(),
                        request.path(),
                        request.header("X-Signature").orElse("none"),
                        new String(request.body().read(), StandardCharsets.ISO_8859_1))));
                Client client = new Client(server)) {
            client.send("POST /a%20b/../c+d?e=%2f HTTP/1.1\r\nHost: x\r\nx-signature: 1=2\r\nContent-Length: 4\r\n"
                    + "Connection: close\r\n\r\n\r\n\u0000\u00ff");
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Content-Type: text/plain; charset=utf-8\r\n")
                    .endsWith("\r\n\r\nPOST|/a%20b/../c+d?e=%2f|/a%20b/../c+d|/a b/../c+d|1=2|\r\n\u0000\u00c3\u00bf");
        }
    }

    @Test
    void headIsAnsweredWithoutContent() throws Exception {
        try (HttpServer server = serve(request -> HttpAnswer.text(429, "later").with("Retry-After", "1"));
                Client client = new Client(server)) {
            client.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 429 Too Many Requests\r\n")
                    .contains("Retry-After: 1\r\n", "Content-Length: 5\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void aHandlerThatFailsTellsNothingOfItself() throws Exception {
        try (HttpServer server = serve(request -> {
                    throw new IllegalStateException("secret");
                });
                Client client = new Client(server)) {
            assertThat(client.get("/").readUntil("Error\n"))
                    .startsWith("HTTP/1.1 500 ")
                    .doesNotContain("secret");
            assertThat(client.get("/").readUntil("Error\n")).startsWith("HTTP/1.1 500 ");
        }
    }

    @Test
    void whatIsNoRequestIsRefusedPlainly() throws Exception {
        try (HttpServer server = serve(request -> HttpAnswer.text("ok"))) {
            try (Client client = new Client(server)) {
                assertThat(client.get("/%zz").readUntil("Request\n")).startsWith("HTTP/1.1 400 ");
            }
            try (Client client = new Client(server)) {
                assertThat(client.send("nonsense\r\n\r\n").readAll())
                        .startsWith("HTTP/1.1 400 ")
                        .endsWith("400 Bad Request\n");
            }
        }
    }

    @Test
    void aStreamReachesItsClientWhileItIsWritten() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        HttpAnswer.Writer writer = out -> {
            out.write("data: 1\n\n".getBytes(StandardCharsets.US_ASCII));
            await(seen);
            out.write("data: 2\n\n".getBytes(StandardCharsets.US_ASCII));
        };
        Map<String, String> type = Map.of("Content-Type", "text/event-stream");
        try (HttpServer server = serve(request -> new HttpAnswer(200, type, new HttpAnswer.Content.Stream(writer)));
                Client client = new Client(server)) {
            assertThat(client.get("/").readUntil("data: 1\n\n")).contains("text/event-stream");
            seen.countDown();
            assertThat(client.readUntil("\r\n0\r\n\r\n")).contains("data: 2\n\n");
        }
    }

    @Test
    void aStreamEndsWhenItsClientIsGone() throws Exception {
        HttpAnswer.Writer writer = out -> {
            while (true) {
                out.write(new byte[1024]);
            }
        };
        try (HttpServer server =
                serve(request -> new HttpAnswer(200, Map.of(), new HttpAnswer.Content.Stream(writer)))) {
            try (Client client = new Client(server)) {
                client.get("/").readUntil("\r\n\r\n");
            }
            Awaitility.await().until(server::requests, running -> running == 0);
        }
    }

    @Test
    void stoppingLetsAnAnswerFinish() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpServer server = serve(request -> {
                    asked.countDown();
                    await(go);
                    return HttpAnswer.text("done");
                });
                Client client = new Client(server)) {
            client.get("/");
            assertThat(asked.await(2, TimeUnit.MINUTES)).isTrue();
            Future<?> stopping = threads.submit(server::close);
            Awaitility.await().until(() -> refuses(server));
            go.countDown();
            assertThat(client.readUntil("done")).startsWith("HTTP/1.1 200 OK\r\n");
            stopping.get();
        }
    }

    private static boolean refuses(HttpServer server) {
        return server.port() <= 0;
    }

    @Test
    void anAddressThatIsTakenIsNamed() throws Exception {
        try (HttpServer server = serve(request -> HttpAnswer.text("ok"))) {
            InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            assertThatThrownBy(() ->
                            HttpServer.start("test", taken, ServerBounds.DEFAULT, request -> HttpAnswer.empty(204)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on")
                    .hasMessageContaining(":" + server.port());
        }
    }

    @Test
    void routesAreFoundAsInGo() throws Exception {
        HttpHandler routes = new Routes(Map.of(
                "/exact", request -> HttpAnswer.text("exact"),
                "/below/", request -> HttpAnswer.text("below"),
                "/below/deeper/", request -> HttpAnswer.text("deeper")));
        try (HttpServer server = serve(routes);
                Client client = new Client(server)) {
            assertThat(client.get("/exact").readUntil("exact")).startsWith("HTTP/1.1 200 ");
            assertThat(client.get("/below/x").readUntil("below")).startsWith("HTTP/1.1 200 ");
            assertThat(client.get("/below/deeper/x").readUntil("deeper")).startsWith("HTTP/1.1 200 ");
            assertThat(client.get("/exact/x").readUntil("404 page not found\n")).startsWith("HTTP/1.1 404 ");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
