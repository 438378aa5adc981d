package io.fluxj.kube.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that break the protocol are told so in a word; clients that stall hold up nobody. */
class HostileClientTest {
    private static final String CLOSE = "Host: x\r\nConnection: close\r\n\r\n";
    private static final int MANY = 200;

    private final TestListener server = new TestListener(HostileClientTest::echo);

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpResponse echo(HttpRequest request) {
        if (request.path().equals("/broken")) {
            throw new IllegalStateException("secret detail");
        }
        return new HttpResponse.Content(200, Map.of(), request.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void brokenRequestsAreRefusedWithoutDetails(String request) {
        String answer = server.exchange(request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|505) .*");
        assertThat(answer).doesNotContain("Exception", "jetty", "\tat ");
    }

    @Test
    void aFailureInsideShowsNothingFromInside() {
        String answer = server.exchange("GET /broken HTTP/1.1\r\n" + CLOSE);

        assertThat(answer).startsWith("HTTP/1.1 500 ").endsWith("500 Server Error");
        assertThat(answer).doesNotContain("secret", "Exception");
    }

    @Test
    void floodsOfHeadersAreCutOff() {
        String answer = server.exchange("GET / HTTP/1.1\r\nHost: x\r\n" + "A: aaaaaaaaaaaaaaaa\r\n".repeat(100_000));

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void bodiesOverTheLimitAreRefusedWhateverTheirLengthIsSaidToBe() {
        String body = "x".repeat(Exchange.MAX_BODY + 1);
        String known = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        String chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

        for (String request : List.of(known, chunked)) {
            assertThat(server.exchange(request))
                    .startsWith("HTTP/1.1 413 ")
                    .endsWith("Request entity too large: limit is 3145728");
        }
    }

    @Test
    void bodiesOfExactlyTheLimitAreTaken() {
        String body = "x".repeat(Exchange.MAX_BODY);

        String answer = server.exchange("POST / HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n" + CLOSE + body);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(body);
    }

    @Test
    void clientsThatWaitForLeaveToSendABodyGetIt() throws IOException {
        try (SSLSocket socket = server.connect()) {
            TestListener.send(socket, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n" + CLOSE);
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100 ".length());
            TestListener.send(socket, "hello");

            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 ");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("HTTP/1.1 200 ")
                    .endsWith("hello");
        }
    }

    @Test
    void manyStalledClientsHoldUpNobody() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                stalled.add(server.silent());
                SSLSocket inHead = server.connect();
                TestListener.send(inHead, "GET / HTTP/1.1\r\nHost:");
                stalled.add(inHead);
                SSLSocket inBody = server.connect();
                TestListener.send(inBody, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf");
                stalled.add(inBody);
            }

            assertThat(server.exchange("GET / HTTP/1.1\r\n" + CLOSE)).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }
}
