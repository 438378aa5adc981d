package io.fluxj.kube.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Clients that take too long over a request lose their connection; those that only listen or wait keep theirs. */
@Execution(ExecutionMode.CONCURRENT)
class SlowClientTest {
    /** Longer than a client of good will takes to shake hands and ask, on a machine with other work. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final CountDownLatch ended = new CountDownLatch(1);
    private final TestListener server = new TestListener(this::answer, new Patience(PATIENCE, PATIENCE));

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse answer(HttpRequest request) {
        if (request.path().equals("/stream")) {
            return new HttpResponse.Stream(200, Map.of(), sink -> {
                sink.send("a".getBytes(StandardCharsets.US_ASCII));
                ended.await();
                sink.send("z".getBytes(StandardCharsets.US_ASCII));
            });
        }
        return new HttpResponse.Content(200, Map.of(), "ok".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aConnectionOnWhichNothingIsSaidIsClosed() throws IOException {
        try (Socket silent = server.silent()) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aHeadThatComesByteByByteIsCutOff() throws IOException {
        try (SSLSocket slow = server.connect()) {
            TestListener.send(slow, "GET / HTTP/1.1\r\nHost: x\r\nA: ");

            await("the connection is closed").atMost(Duration.ofMinutes(1)).until(() -> refusesOneMore(slow));
        }
    }

    @Test
    void aBodyThatComesByteByByteIsCutOff() throws IOException {
        try (SSLSocket slow = server.connect()) {
            TestListener.send(slow, HEAD);

            await("the connection is closed").atMost(Duration.ofMinutes(1)).until(() -> refusesOneMore(slow));
        }
    }

    @Test
    void aBodyThatEndsEarlyIsNotWaitedForLong() throws IOException {
        try (SSLSocket slow = server.connect()) {
            TestListener.send(slow, HEAD + "half");

            assertThat(slow.getInputStream().readAllBytes()).asString().doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void streamsAndConnectionsBetweenRequestsGoOn() throws IOException {
        try (SSLSocket kept = server.connect();
                SSLSocket listening = server.connect();
                SSLSocket slow = server.connect()) {
            TestListener.send(kept, GET);
            readUntil(kept, "ok");
            TestListener.send(listening, GET.replace("GET /", "GET /stream"));
            readUntil(listening, "a");
            TestListener.send(slow, "GET / HTTP/1.1\r\n");
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
            ended.countDown();

            TestListener.send(kept, GET);
            assertThat(readUntil(kept, "ok")).startsWith("HTTP/1.1 200 ");
            assertThat(listening.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .contains("z");
        }
    }

    private static boolean refusesOneMore(SSLSocket socket) {
        try {
            TestListener.send(socket, "x");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** What came, up to a text at its end. */
    private static String readUntil(SSLSocket socket, String last) throws IOException {
        StringBuilder out = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0) {
            out.append((char) next);
            if (out.indexOf("\r\n\r\n") >= 0 && out.toString().endsWith(last)) {
                return out.toString();
            }
            next = socket.getInputStream().read();
        }
        return "";
    }
}
