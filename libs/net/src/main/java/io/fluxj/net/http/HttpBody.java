package io.fluxj.net.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer, which is closed when the deadline passes: then whoever reads it hears of that. */
final class HttpBody extends FilterInputStream {
    private final URI address;
    private final Deadline deadline;
    private final CompletableFuture<@Nullable Void> timer;
    private final CompletableFuture<@Nullable Void> expiry;

    HttpBody(InputStream body, URI address, Deadline deadline) {
        super(body);
        this.address = address;
        this.deadline = deadline;
        this.timer = new CompletableFuture<>();
        this.expiry = timer.orTimeout(deadline.left().toMillis() + 1, TimeUnit.MILLISECONDS)
                .whenComplete((_, late) -> expire(late));
    }

    private void expire(@Nullable Throwable late) {
        if (late == null) {
            return;
        }
        try {
            in.close();
        } catch (IOException already) {
            // the reader hears of it
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = in.read(bytes, offset, length);
            if (read < 0 && expiry.isCompletedExceptionally()) {
                throw late(new IOException("closed"));
            }
            return read;
        } catch (IOException failed) {
            throw deadline.isOver() ? late(failed) : HttpFailure.of(address, failed);
        }
    }

    private HttpFailure late(IOException failed) {
        return HttpFailure.of(
                address,
                "context deadline exceeded (Client.Timeout or context cancellation while reading body)",
                failed);
    }

    @Override
    public void close() throws IOException {
        timer.complete(null);
        super.close();
    }
}
