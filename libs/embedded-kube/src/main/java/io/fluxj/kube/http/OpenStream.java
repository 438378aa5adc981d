package io.fluxj.kube.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;

/** What chunked and websocket streams share: waiting for the client to take a piece, and telling when it is gone. */
abstract sealed class OpenStream implements HttpResponse.Sink permits ChunkedStream, WebSocketStream {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Runnable> whenGone = new ArrayList<>();
    private boolean gone;

    /** Waits until what is written is taken; a client that takes nothing for long is cut off. */
    final void await(Consumer<Callback> write) throws IOException {
        Callback.Completable taken = new Callback.Completable();
        write.accept(taken);
        try {
            taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the client is gone", e.getCause());
        } catch (TimeoutException e) {
            abort();
            throw new IOException("the client takes nothing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while writing");
        }
    }

    final void gone() {
        List<Runnable> actions;
        synchronized (whenGone) {
            gone = true;
            actions = List.copyOf(whenGone);
            whenGone.clear();
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public final void onGone(Runnable action) {
        synchronized (whenGone) {
            if (!gone) {
                whenGone.add(action);
                return;
            }
        }
        action.run();
    }
}
