package io.fluxj.runtime.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;

/** Sends an answer, waiting for its client to take it. */
final class AnswerWriter {
    /** Large enough that the client's pace and not the number of writes tells the speed, small enough for many clients at once. */
    private static final int PIECE = 64 * 1024;

    private final Response response;
    private final boolean headOnly;

    AnswerWriter(Response response, boolean headOnly) {
        this.response = response;
        this.headOnly = headOnly;
    }

    /**
     * @throws IOException when the client is gone or takes nothing, or the content cannot be read
     */
    void send(HttpAnswer answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        switch (answer.content()) {
            case HttpAnswer.Content.Bytes bytes -> bytes(bytes.bytes());
            case HttpAnswer.Content.Part part -> part(part);
            case HttpAnswer.Content.Stream stream -> stream(stream.writer());
        }
    }

    private void bytes(ByteBuffer bytes) throws IOException {
        if (headOnly) {
            length(bytes.remaining());
        }
        last(headOnly ? BufferUtil.EMPTY_BUFFER : bytes.duplicate());
    }

    private void part(HttpAnswer.Content.Part part) throws IOException {
        try (FileChannel file = part.file()) {
            length(part.length());
            if (headOnly || part.length() == 0) {
                last(BufferUtil.EMPTY_BUFFER);
            } else {
                pieces(file, part.first(), part.first() + part.length());
            }
        }
    }

    private void pieces(FileChannel file, long first, long end) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long at = first;
        while (at < end) {
            piece.clear().limit((int) Math.min(PIECE, end - at));
            int read = file.read(piece, at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            at += read;
            Content.Sink.write(response, at == end, piece.flip());
        }
    }

    private void stream(HttpAnswer.Writer writer) throws IOException {
        if (headOnly) {
            last(BufferUtil.EMPTY_BUFFER);
            return;
        }
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            writer.writeTo(out);
        }
    }

    private void last(ByteBuffer content) throws IOException {
        Content.Sink.write(response, true, content);
    }

    private void length(long length) {
        response.getHeaders().put("Content-Length", length);
    }
}
