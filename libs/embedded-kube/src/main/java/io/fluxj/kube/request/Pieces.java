package io.fluxj.kube.request;

import io.fluxj.kube.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Events that go out in one write: a watcher that lags catches up with few of them. */
final class Pieces {
    private static final int ENOUGH_BYTES = 64 * 1024;

    private final HttpResponse.Sink sink;
    private final List<byte[]> waiting = new ArrayList<>();
    private int bytes;

    Pieces(HttpResponse.Sink sink) {
        this.sink = sink;
    }

    void add(byte[] piece) throws IOException {
        waiting.add(piece);
        bytes += piece.length;
        if (bytes >= ENOUGH_BYTES) {
            flush();
        }
    }

    void flush() throws IOException {
        if (!waiting.isEmpty()) {
            sink.send(List.copyOf(waiting));
            waiting.clear();
            bytes = 0;
        }
    }
}
