package io.fluxj.runtime.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets only so many bytes through, and remembers whether the source failed, which the reader of an archive takes for the archive's fault. */
final class CappedInputStream extends FilterInputStream {
    private long left;
    private @Nullable IOException failure;

    CappedInputStream(InputStream source, long most) {
        super(source);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left < 0) {
            throw new IOException("more bytes than allowed");
        }
        int count = readRemembering(bytes, offset, length);
        left -= Math.max(0, count);
        return count;
    }

    private int readRemembering(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    boolean exceeded() {
        return left < 0;
    }
}
