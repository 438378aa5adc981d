package io.fluxj.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;

/** The body of a request, within a server's bounds. */
final class RequestBody implements HttpRequest.Body {
    private static final int PIECE = 16 * 1024;

    private final Request request;
    private final ServerBounds bounds;

    RequestBody(Request request, ServerBounds bounds) {
        this.request = request;
        this.bounds = bounds;
    }

    @Override
    public byte[] read() throws IOException {
        // Closing this stream early would end the connection before the answer.
        InputStream in = Request.asInputStream(request);
        if (request.getLength() > bounds.bodyBytes()) {
            throw tooLarge(in);
        }
        try {
            return read(in, System.nanoTime() + bounds.asking().toNanos());
        } catch (IOException failed) {
            throw isSilence(failed) ? BodyRefused.tooSlow() : failed;
        }
    }

    private static boolean isSilence(IOException failed) {
        return failed.getCause() instanceof TimeoutException;
    }

    private byte[] read(InputStream in, long deadline) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            if (System.nanoTime() - deadline > 0) {
                throw BodyRefused.tooSlow();
            }
            if (all.size() + length > bounds.bodyBytes()) {
                throw tooLarge(in);
            }
            all.write(piece, 0, length);
        }
        return all.toByteArray();
    }

    /** A client that is cut off while it sends does not see the answer: it may send as much again. */
    private BodyRefused tooLarge(InputStream in) throws IOException {
        long deadline = System.nanoTime() + bounds.asking().toNanos();
        byte[] piece = new byte[PIECE];
        long left = bounds.bodyBytes();
        while (left > 0 && System.nanoTime() - deadline < 0) {
            int length = in.read(piece);
            left = length < 0 ? 0 : left - length;
        }
        return BodyRefused.tooLarge(bounds.bodyBytes());
    }
}
