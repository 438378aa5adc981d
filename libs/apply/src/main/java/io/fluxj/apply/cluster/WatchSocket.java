package io.fluxj.apply.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feeds a watch from a WebSocket, an event a message. */
final class WatchSocket implements WebSocket.Listener {
    private static final int NORMAL_CLOSURE = 1000;
    /** Answers of an API server itself: another way of asking gets the same. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 410, 422, 429);

    private final Watch watch;

    private WatchSocket(Watch watch) {
        this.watch = watch;
    }

    static void open(Transport transport, Call call, Watch watch) {
        var _ = transport
                .http()
                .newWebSocketBuilder()
                // Without an origin the API server answers 403.
                .header("Origin", transport.base())
                .header("Accept", call.accept())
                .uri(WebSocket.toWebSocketUri(transport.uri(call)))
                .buildAsync(new WatchSocket(watch))
                .whenComplete((socket, failure) -> opened(transport, call, watch, socket, failure));
    }

    private static void opened(
            Transport transport, Call call, Watch watch, @Nullable WebSocket socket, @Nullable Throwable failure) {
        if (socket != null) {
            watch.started(() -> socket.sendClose(NORMAL_CLOSURE, "done"));
            watch.begun();
        } else if (failure instanceof WebSocketHandshakeException answered
                && REFUSALS.contains(answered.getResponse().code())) {
            watch.end("HTTP " + answered.getResponse().code());
        } else {
            WatchAnswer.open(transport, call, watch);
        }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        watch.line(text.getBytes(UTF_8));
        socket.request();
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        byte[] line = new byte[bytes.remaining()];
        bytes.get(line);
        watch.line(line);
        socket.request();
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason) {
        watch.end("closed");
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        watch.end(String.valueOf(error));
    }
}
