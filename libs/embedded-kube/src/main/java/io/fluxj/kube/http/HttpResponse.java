package io.fluxj.kube.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a handler answers. */
public sealed interface HttpResponse {
    /** The HTTP status. */
    int status();

    /** Headers besides length and encoding, each with a line per value. */
    Map<String, List<String>> headers();

    /**
     * A body that is known as a whole.
     *
     * @param status the HTTP status
     * @param headers headers besides length and encoding
     * @param body the bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(int status, Map<String, List<String>> headers, byte[] body) implements HttpResponse {}

    /**
     * A body that comes piece by piece: chunks, or text frames when the client asked for a websocket.
     *
     * @param status the HTTP status
     * @param headers headers besides length and encoding
     * @param writer writes until it returns
     */
    record Stream(int status, Map<String, List<String>> headers, Writer writer) implements HttpResponse {}

    /** No answer: the connection is closed at once. */
    record Drop() implements HttpResponse {
        @Override
        public int status() {
            return 0;
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }
    }

    /** Writes a stream. */
    @FunctionalInterface
    interface Writer {
        /** Sends pieces until it returns; the stream then ends. */
        void write(Sink sink) throws IOException, InterruptedException;
    }

    /** Where the pieces of a stream go. */
    interface Sink {
        /** Sends pieces in order; returns when the client's side has room for more. */
        void send(List<byte[]> pieces) throws IOException;

        /** Sends one piece. */
        default void send(byte[] piece) throws IOException {
            send(List.of(piece));
        }

        /** Runs the action, on another thread, once the client is gone; at once when it is gone already. */
        void onGone(Runnable action);

        /** Ends the connection without the stream's proper end. */
        void abort();
    }
}
