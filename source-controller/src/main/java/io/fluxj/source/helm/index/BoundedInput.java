package io.fluxj.source.helm.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and lets no single value make the parser collect without end. */
final class BoundedInput extends FilterInputStream {
    private final long longest;
    private long consumed;
    private long mark;

    BoundedInput(InputStream in, long longest) {
        super(in);
        this.longest = longest;
    }

    /** A value is complete. */
    void complete() {
        mark = consumed;
    }

    long consumed() {
        return consumed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (consumed - mark > longest) {
            throw new IndexException("a single value is longer than " + longest + " bytes");
        }
        int read = super.read(bytes, offset, length);
        consumed += Math.max(read, 0);
        return read;
    }
}
