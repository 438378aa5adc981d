package io.fluxj.source.helm.index;

import java.io.IOException;
import java.io.InputStream;

/** Reads a text, and skips lines of it without keeping them. */
final class LineSearch extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long consumed;

    /** Begins at the begin of a line. */
    LineSearch(InputStream in) {
        this.in = in;
    }

    /** Goes on behind the next begin of a line that is {@code start}; false at the end of the text. */
    boolean moveBehind(byte[] start) throws IOException {
        int matched = 0;
        while (matched < start.length) {
            int c = read();
            if (c < 0) {
                return false;
            }
            if (c == start[matched]) {
                matched++;
            } else {
                matched = 0;
                if (c != '\n' && !moveBehindLine()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes on with the next line; false when there is none. */
    boolean moveBehindLine() throws IOException {
        while (fill()) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    move(i + 1 - at);
                    return true;
                }
            }
            move(end - at);
        }
        return false;
    }

    private void move(int bytes) {
        at += bytes;
        consumed += bytes;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return at < end;
    }

    /** How much was read or skipped up to now, in bytes. */
    long consumed() {
        return consumed;
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        consumed++;
        return buffer[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length > 0 && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        move(count);
        return count;
    }
}
