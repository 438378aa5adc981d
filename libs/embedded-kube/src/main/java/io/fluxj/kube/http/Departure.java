package io.fluxj.kube.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client leaves while it is only written to, which HTTP/1.1 shows by the end of what it sends. It has nothing
 * more to send, for the connection ends with the stream; a client that does is treated as gone.
 */
final class Departure implements Callback {
    private final EndPoint connection;
    private final Runnable gone;
    private final ByteBuffer unwanted = BufferUtil.allocate(1);

    private Departure(EndPoint connection, Runnable gone) {
        this.connection = connection;
        this.gone = gone;
    }

    static void of(EndPoint connection, Runnable gone) {
        connection.tryFillInterested(new Departure(connection, gone));
    }

    @Override
    public void succeeded() {
        try {
            if (connection.fill(unwanted) == 0) {
                connection.tryFillInterested(this);
            } else {
                leave();
            }
        } catch (IOException e) {
            leave();
        }
    }

    @Override
    public void failed(Throwable failure) {
        leave();
    }

    private void leave() {
        connection.close();
        gone.run();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
