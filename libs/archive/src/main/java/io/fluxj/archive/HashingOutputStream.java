package io.fluxj.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hashes and counts what passes through it. */
public final class HashingOutputStream extends FilterOutputStream {
    private final Hasher hasher;
    private long size;

    /** Passes everything on to {@code target}. */
    public HashingOutputStream(OutputStream target, DigestAlgorithm algorithm) {
        super(target);
        this.hasher = Hasher.of(algorithm);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        hasher.update(bytes, offset, length);
        size += length;
    }

    /** Bytes that passed so far. */
    public long size() {
        return size;
    }

    /** The digest of all that passed; call it once, when everything is written. */
    public Digest digest() {
        return hasher.finish();
    }
}
