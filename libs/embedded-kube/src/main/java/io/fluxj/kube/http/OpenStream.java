package io.fluxj.kube.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What chunked and websocket streams share: one writer at a time, and knowing when the client is gone. */
abstract sealed class OpenStream implements HttpResponse.Sink permits ChunkedStream, WebSocketStream {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStream.class);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final List<Runnable> whenGone = new ArrayList<>();
    private boolean gone;

    OpenStream(Socket socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
    }

    InputStream input() {
        return in;
    }

    OutputStream output() {
        return out;
    }

    /** Ends the stream as its protocol wants it. */
    abstract void end() throws IOException;

    /** Reads what the client sends until it leaves. */
    abstract void drain() throws IOException;

    final void readUntilGone() {
        try {
            drain();
        } catch (IOException e) {
            LOG.trace("stream ended: {}", e.getMessage());
        }
        List<Runnable> actions;
        synchronized (whenGone) {
            gone = true;
            actions = List.copyOf(whenGone);
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

    @Override
    public final void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.trace("closing: {}", e.getMessage());
        }
    }
}
