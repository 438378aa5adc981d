package io.fluxj.kube.scenario;

import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The text frames that come by a websocket. */
final class Frames implements WebSocket.Listener {
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final BlockingQueue<Optional<String>> frames = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private volatile int code;

    /** The next one; empty when the websocket was closed. */
    Optional<String> next() {
        try {
            Optional<String> next = frames.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return next == null ? Optional.empty() : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With which code the websocket was closed, 0 while it is open. */
    int closed() {
        return code;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            frames.add(Optional.of(frame.toString()));
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        code = status;
        frames.add(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        frames.add(Optional.empty());
    }
}
