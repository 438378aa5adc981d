package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running watch. It goes over a WebSocket, which has a connection of its own: a watch that is but one answer on the shared
 * HTTP/2 connection takes one of the about 100 streams the server allows there, and starves ordinary requests. Where a
 * proxy does not let WebSockets through it is such an answer nevertheless.
 */
public final class Watch implements AutoCloseable {
    private final Consumer<WatchEvent> listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Runnable> stop = new CompletableFuture<>();

    private Watch(Consumer<WatchEvent> listener) {
        this.listener = listener;
    }

    static Watch open(Transport transport, Call call, Consumer<WatchEvent> listener) {
        Watch watch = new Watch(listener);
        WatchSocket.open(transport, call, watch);
        return watch;
    }

    /** Stops; no event comes after this. */
    @Override
    public void close() {
        over.set(true);
        var _ = stop.thenAccept(Runnable::run);
    }

    /** The connection is there, and this ends it. */
    void started(Runnable stopping) {
        stop.complete(stopping);
    }

    /** The server has begun to watch. */
    void begun() {
        tell(new WatchEvent.Alive());
    }

    void line(byte[] line) {
        JsonNode event;
        try {
            event = Json.read(line);
        } catch (ApiException e) {
            end("an event that is not JSON");
            return;
        }
        switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> tell(new WatchEvent.Present(event.path("object")));
            case "DELETED" -> tell(new WatchEvent.Deleted(event.path("object")));
            // Such as 410 Gone, when the version to begin at is too old.
            case "ERROR" -> end(event.path("object").path("message").asText());
            case "BOOKMARK" -> tell(new WatchEvent.Alive());
            default -> {}
        }
    }

    void end(String why) {
        if (over.compareAndSet(false, true)) {
            listener.accept(new WatchEvent.Ended(why));
        }
    }

    private void tell(WatchEvent event) {
        if (!over.get()) {
            listener.accept(event);
        }
    }
}
