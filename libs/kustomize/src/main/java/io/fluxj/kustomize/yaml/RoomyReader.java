package io.fluxj.kustomize.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * Leaves room for one more character in what it is asked to fill. The parser in use (snakeyaml-engine 3.0.1) reads the second half of a
 * character behind its buffer when the buffer ends between the two halves, and fails if that is full.
 */
final class RoomyReader extends Reader {

    private final Reader text;

    RoomyReader(String text) {
        this.text = new StringReader(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return text.read(buffer, offset, length > 1 ? length - 1 : length);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
