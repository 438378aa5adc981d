package io.fluxj.apply.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Cuts a stream of bytes at newlines. */
final class JsonLines {
    private static final int LONGEST = 64 << 20;

    private final Consumer<byte[]> sink;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    JsonLines(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    void accept(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            if (next != '\n') {
                partial.write(next);
            } else if (partial.size() > 0) {
                byte[] line = partial.toByteArray();
                partial.reset();
                sink.accept(line);
            }
        }
        if (partial.size() > LONGEST) {
            throw new IllegalStateException("a watch event is longer than " + LONGEST + " bytes");
        }
    }
}
