package io.fluxj.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets through only so many bytes in all, and only so many per header, so that neither can fill the memory or the disk. */
final class BudgetedInputStream extends FilterInputStream {
    private final long total;
    private long left;
    private long leftInHeader = Long.MAX_VALUE;

    BudgetedInputStream(InputStream source, long total) {
        super(source);
        this.total = total;
        this.left = total;
    }

    void startHeader(long allowed) {
        leftInHeader = allowed;
    }

    void endHeader() {
        leftInHeader = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        spend(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    private void spend(int count) throws ArchiveException {
        left -= count;
        leftInHeader -= count;
        if (left < 0) {
            throw new ArchiveException(
                    ArchiveException.Problem.TOO_LARGE, "the archive unpacks to more than " + total + " bytes");
        }
        if (leftInHeader < 0) {
            throw new ArchiveException(
                    ArchiveException.Problem.TOO_LARGE, "the archive has an entry with an oversized header");
        }
    }
}
