package io.fluxj.kube.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams come piece by piece, in chunks or websocket frames, and end for each side when the other ends them. */
class StreamTest {
    private static final String LARGE = "x".repeat(3 * 1024 * 1024);
    private static final int CUT_OFF = 1006;
    private static final String GET = "GET /open HTTP/1.1\r\nHost: x\r\n\r\n";

    private final LinkedBlockingQueue<HttpResponse.Sink> open = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final TestListener server = new TestListener(this::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (request.path()) {
            case "/drop" -> new HttpResponse.Drop();
            case "/large" -> new HttpResponse.Stream(200, Map.of(), sink -> sink.send(pieces(LARGE, "small")));
            case "/open" -> new HttpResponse.Stream(200, Map.of(), this::hold);
            default -> new HttpResponse.Stream(200, Map.of(), sink -> sink.send(pieces("one\n", "two\n")));
        };
    }

    private void hold(HttpResponse.Sink sink) throws IOException, InterruptedException {
        sink.onGone(gone::countDown);
        sink.send(pieces("first\n"));
        open.add(sink);
        gone.await();
    }

    private HttpResponse.Sink opened() throws InterruptedException {
        return Objects.requireNonNull(open.poll(20, TimeUnit.SECONDS), "no stream was opened");
    }

    private static List<byte[]> pieces(String... texts) {
        return Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        var request =
                java.net.http.HttpRequest.newBuilder(server.uri("https", path)).build();
        try (var client = server.client()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private WebSocket webSocket(String path, Frames frames) {
        return server.client()
                .newWebSocketBuilder()
                .header("Origin", "https://nowhere.example")
                .subprotocols("v1.test")
                .buildAsync(server.uri("wss", path), frames)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void chunksEndProperly() throws Exception {
        assertThat(get("/ends")).isEqualTo("one\ntwo\n");
    }

    @Test
    void aDroppedConnectionGivesNoAnswer() {
        assertThat(server.exchange("GET /drop HTTP/1.1\r\nHost: x\r\n\r\n")).isEmpty();
    }

    @Test
    void anAbortedStreamHasNoProperEnd() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> server.exchange(GET));
        HttpResponse.Sink sink = opened();
        sink.abort();

        assertThat(answer.get(20, TimeUnit.SECONDS)).contains("6\r\nfirst\n").doesNotContain("\r\n0\r\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatLeavesIsNoticedThoughNothingIsWritten(boolean politely) throws Exception {
        Socket raw = server.silent();
        SSLSocket socket = server.secure(raw);
        TestListener.send(socket, GET);
        opened();
        raw.setSoLinger(true, 0);
        (politely ? socket : raw).close();

        await().until(() -> gone.getCount() == 0);
    }

    @Test
    void piecesAreFramesOfAWebSocketWhichTheServerCloses() {
        Frames frames = new Frames();
        WebSocket socket = webSocket("/ends", frames);

        assertThat(frames.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(frames.texts).containsExactly("one\n", "two\n");
        assertThat(socket.getSubprotocol()).isEqualTo("v1.test");
    }

    @Test
    void aFrameIsAsLargeAsItsPiece() {
        Frames frames = new Frames();
        webSocket("/large", frames);

        assertThat(frames.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(String.join("", frames.texts)).isEqualTo(LARGE + "small");
    }

    @Test
    void whatAClientSendsIsPassedOverHoweverLargeItIs() {
        Frames frames = new Frames();
        WebSocket socket = webSocket("/open", frames);

        socket.sendText(LARGE, true).join();
        socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();

        assertThat(frames.pong.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo((byte) 7);
    }

    @Test
    void pingsAreAnsweredAndAWebSocketThatIsGoneIsNoticed() throws Exception {
        Frames frames = new Frames();
        WebSocket socket = webSocket("/open", frames);
        opened();
        socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
        assertThat(frames.pong.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo((byte) 7);

        socket.abort();

        await().until(() -> gone.getCount() == 0);
    }

    @Test
    void anAbortedWebSocketHasNoProperEnd() throws Exception {
        Frames frames = new Frames();
        webSocket("/open", frames);
        opened().abort();

        int code = frames.closed
                .exceptionally(failure -> CUT_OFF)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(code).isEqualTo(CUT_OFF);
    }

    private static final class Frames implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Byte> pong = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            pong.complete(message.get());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
