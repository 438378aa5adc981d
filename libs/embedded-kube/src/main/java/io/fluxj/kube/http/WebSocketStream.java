package io.fluxj.kube.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream in websocket text frames, one per piece, written on a virtual thread. What the client sends is ignored. */
final class WebSocketStream extends OpenStream implements FrameHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketStream.class);

    private final HttpResponse.Writer writer;
    private volatile @Nullable CoreSession session;

    WebSocketStream(HttpResponse.Writer writer) {
        this.writer = writer;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        callback.succeeded();
        opened.demand();
        Thread.ofVirtual().name("kube-websocket").start(() -> run(opened));
    }

    private void run(CoreSession opened) {
        try {
            writer.write(this);
            opened.close(CloseStatus.NORMAL, "", Callback.NOOP);
        } catch (IOException e) {
            LOG.debug("stream ended: {}", e.getMessage());
            abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abort();
        }
    }

    @Override
    public void send(List<byte[]> pieces) throws IOException {
        CoreSession open = session;
        if (open == null) {
            throw new IOException("not open");
        }
        for (int i = 0; i < pieces.size() - 1; i++) {
            byte[] piece = pieces.get(i);
            await(taken -> open.sendFrame(text(piece), taken, true));
        }
        byte[] last = pieces.getLast();
        await(taken -> open.sendFrame(text(last), taken, false));
    }

    private static Frame text(byte[] piece) {
        return new Frame(OpCode.TEXT, true, ByteBuffer.wrap(piece));
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        CoreSession open = session;
        if (open != null && frame.getOpCode() == OpCode.PING) {
            Frame pong = pong(frame);
            callback.succeeded();
            // The next frame is asked for when the answer is taken: who only asks and never reads would fill the
            // memory.
            open.sendFrame(pong, Callback.from(open::demand, this::failed), false);
            return;
        }
        callback.succeeded();
        if (open != null && frame.getOpCode() != OpCode.CLOSE) {
            open.demand();
        }
    }

    private void failed(Throwable failure) {
        LOG.debug("ping not answered: {}", failure.getMessage());
        abort();
    }

    private static Frame pong(Frame ping) {
        byte[] payload = new byte[ping.getPayloadLength()];
        ping.getPayload().duplicate().get(payload);
        return new Frame(OpCode.PONG, true, ByteBuffer.wrap(payload));
    }

    @Override
    public void onError(Throwable failure, Callback callback) {
        callback.succeeded();
        gone();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        gone();
    }

    @Override
    public void abort() {
        CoreSession open = session;
        if (open != null) {
            open.abort();
        }
        gone();
    }
}
