package io.fluxj.kube.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A stream in HTTP chunks. */
final class ChunkedStream extends OpenStream {
    private final EndPoint connection;
    private final Response response;

    private ChunkedStream(EndPoint connection, Response response) {
        this.connection = connection;
        this.response = response;
    }

    /** Writes the stream on the calling thread until it ends. */
    static void run(HttpResponse.Stream stream, Request request, Response response, Callback callback) {
        Exchange.head(stream, response);
        // Without length and with a last answer, HTTP would let the body end with the connection.
        response.getHeaders().put("Transfer-Encoding", "chunked").put("Connection", "close");
        request.addIdleTimeoutListener(silence -> false);
        ChunkedStream open = new ChunkedStream(Exchange.endPoint(request), response);
        try {
            open.await(written -> response.write(false, BufferUtil.EMPTY_BUFFER, written));
            Departure.of(open.connection, open::gone);
            stream.writer().write(open);
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        } catch (IOException e) {
            open.abort();
            callback.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open.abort();
            callback.failed(e);
        }
    }

    @Override
    public void send(List<byte[]> pieces) throws IOException {
        ByteBuffer all = pieces.size() == 1 ? ByteBuffer.wrap(pieces.getFirst()) : joined(pieces);
        await(written -> response.write(false, all, written));
    }

    private static ByteBuffer joined(List<byte[]> pieces) {
        ByteBuffer all =
                ByteBuffer.allocate(pieces.stream().mapToInt(p -> p.length).sum());
        pieces.forEach(all::put);
        return all.flip();
    }

    @Override
    public void abort() {
        connection.close();
        gone();
    }
}
