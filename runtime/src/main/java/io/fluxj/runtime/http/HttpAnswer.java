package io.fluxj.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers besides those that the content brings: {@code Content-Length}, or {@code Transfer-Encoding} where the length is not known
 */
public record HttpAnswer(int status, Map<String, String> headers, Content content) {
    private static final int OK = 200;

    /** What follows the head. */
    public sealed interface Content {
        /** Bytes that are at hand. */
        record Bytes(ByteBuffer bytes) implements Content {}

        /** A part of a file, which is closed when it was sent. */
        record Part(FileChannel file, long first, long length) implements Content {}

        /** Whatever is written until the function returns; each write reaches the client at once, and fails when the client is gone or takes nothing. */
        record Stream(Writer writer) implements Content {}
    }

    /** Writes a stream. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** 200 with a text. */
    public static HttpAnswer text(String text) {
        return text(OK, text);
    }

    /** A status with a text. */
    public static HttpAnswer text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A status with bytes of a media type. */
    public static HttpAnswer bytes(int status, String mediaType, byte[] bytes) {
        return new HttpAnswer(status, Map.of("Content-Type", mediaType), new Content.Bytes(ByteBuffer.wrap(bytes)));
    }

    /** A status alone. */
    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new Content.Bytes(ByteBuffer.allocate(0)));
    }

    /** This answer with one more header. */
    public HttpAnswer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new HttpAnswer(status, all, content);
    }
}
