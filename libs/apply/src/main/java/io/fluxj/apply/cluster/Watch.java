package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running watch over a chunked HTTP answer. */
public final class Watch implements AutoCloseable {
    private final Consumer<WatchEvent> listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final JsonLines lines = new JsonLines(this::line);
    private final CompletableFuture<AsyncBody> body = new CompletableFuture<>();

    private Watch(Consumer<WatchEvent> listener) {
        this.listener = listener;
    }

    static Watch open(Transport transport, Call call, Consumer<WatchEvent> listener) {
        Watch watch = new Watch(listener);
        var _ = transport
                .http()
                .consumeBytes(transport.request(call, true), watch::chunks)
                .whenComplete(watch::started);
        return watch;
    }

    /** Stops; no event comes after this. */
    @Override
    public void close() {
        over.set(true);
        var _ = body.thenAccept(AsyncBody::cancel);
    }

    private void started(@Nullable HttpResponse<AsyncBody> answer, @Nullable Throwable failure) {
        if (answer == null) {
            end(String.valueOf(failure));
            return;
        }
        body.complete(answer.body());
        var _ = answer.body().done().whenComplete((done, broken) -> end(broken == null ? "closed" : broken.toString()));
        if (answer.isSuccessful()) {
            answer.body().consume();
        } else {
            answer.body().cancel();
            end("HTTP " + answer.code());
        }
    }

    private void chunks(List<ByteBuffer> chunks, AsyncBody source) {
        chunks.forEach(lines::accept);
        source.consume();
    }

    private void line(byte[] line) {
        JsonNode event = Json.read(line);
        switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> tell(new WatchEvent.Present(event.path("object")));
            case "DELETED" -> tell(new WatchEvent.Deleted(event.path("object")));
            case "ERROR" -> end(event.path("object").path("message").asText());
            default -> {}
        }
    }

    private void tell(WatchEvent event) {
        if (!over.get()) {
            listener.accept(event);
        }
    }

    private void end(String why) {
        if (over.compareAndSet(false, true)) {
            listener.accept(new WatchEvent.Ended(why));
        }
    }
}
