package io.fluxj.apply.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds a watch from an HTTP answer without end, an event a line. */
final class WatchAnswer {
    private final Watch watch;
    private final JsonLines lines;

    private WatchAnswer(Watch watch) {
        this.watch = watch;
        this.lines = new JsonLines(watch::line);
    }

    static void open(Transport transport, Call call, Watch watch) {
        WatchAnswer answer = new WatchAnswer(watch);
        var _ = transport
                .http()
                .consumeBytes(transport.request(call, true), answer::chunks)
                .whenComplete(answer::started);
    }

    private void started(@Nullable HttpResponse<AsyncBody> answer, @Nullable Throwable failure) {
        if (answer == null) {
            watch.end(String.valueOf(failure));
            return;
        }
        AsyncBody body = answer.body();
        watch.started(body::cancel);
        var _ = body.done().whenComplete((done, broken) -> watch.end(broken == null ? "closed" : broken.toString()));
        if (answer.isSuccessful()) {
            watch.begun();
            body.consume();
        } else {
            body.cancel();
            watch.end("HTTP " + answer.code());
        }
    }

    private void chunks(List<ByteBuffer> chunks, AsyncBody source) {
        chunks.forEach(lines::accept);
        source.consume();
    }
}
