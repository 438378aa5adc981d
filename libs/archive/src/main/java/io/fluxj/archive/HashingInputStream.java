package io.fluxj.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Hashes and counts what is read through it; what is skipped counts as read. */
public final class HashingInputStream extends FilterInputStream {
    private final Hasher hasher;
    private long size;

    /** Reads from {@code source}. */
    public HashingInputStream(InputStream source, DigestAlgorithm algorithm) {
        super(source);
        this.hasher = Hasher.of(algorithm);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            hasher.update(bytes, offset, count);
            size += count;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(count, 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Bytes read so far. */
    public long size() {
        return size;
    }

    /**
     * The digest of everything in the source: reads what is left first. Call it once.
     *
     * @throws IOException when reading fails
     */
    public Digest digestOfAll() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return hasher.finish();
    }
}
