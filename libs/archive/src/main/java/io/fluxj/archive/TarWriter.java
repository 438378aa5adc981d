package io.fluxj.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a reproducible {@code tar.gz}: equal calls give equal bytes. Entries carry no owner and no time, folders have mode
 * 0750, files 0600 or, when executable, 0700 (reference: behaviour.md §1.1). For callers that have no folder on disk; see
 * {@link Archiver} for those that have. The caller chooses the order; the usual one is {@link Archiver}'s.
 */
public final class TarWriter implements AutoCloseable {
    private static final int BLOCK = 512;

    private final OutputStream tar;

    private TarWriter(OutputStream tar) {
        this.tar = tar;
    }

    /**
     * Writes to {@code target}, which {@link #close} finishes but does not close.
     *
     * @throws IOException when writing fails
     */
    public static TarWriter gzipped(OutputStream target) throws IOException {
        return new TarWriter(new GZIPOutputStream(new Unclosed(target), 1 << 16));
    }

    static TarWriter plain(OutputStream target) {
        return new TarWriter(new Unclosed(target));
    }

    /**
     * Adds a folder.
     *
     * @param name path relative to the root with {@code /} between its parts and none at its end; {@code .} for the root
     */
    public void folder(String name) throws IOException {
        header(TarHeader.folder(name));
    }

    /**
     * Adds a file.
     *
     * @param name path relative to the root
     * @param size how many bytes {@code content} gives
     * @throws IOException when writing fails or {@code content} has another size
     */
    public void file(String name, boolean executable, long size, InputStream content) throws IOException {
        header(TarHeader.file(name, executable, size));
        long copied = content.transferTo(tar);
        if (copied != size) {
            throw new IOException(
                    name + " changed while it was archived: " + size + " bytes expected, " + copied + " read");
        }
        pad(size);
    }

    /**
     * Adds a file with a mode of the caller's choice, for archives whose form another program sets.
     *
     * @param name path relative to the root
     * @throws IOException when writing fails
     */
    public void file(String name, int mode, byte[] content) throws IOException {
        header(TarHeader.file(name, mode, content.length));
        tar.write(content);
        pad(content.length);
    }

    private void header(TarHeader header) throws IOException {
        if (header.needsPaxRecord()) {
            byte[] record = header.paxRecord().getBytes(StandardCharsets.UTF_8);
            tar.write(header.paxBlock(record.length));
            tar.write(record);
            pad(record.length);
        }
        tar.write(header.block());
    }

    private void pad(long size) throws IOException {
        tar.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    /** Writes the end of the archive. */
    @Override
    public void close() throws IOException {
        tar.write(new byte[2 * BLOCK]);
        tar.close();
    }

    /** Lets the gzip stream free its native memory without closing the caller's stream. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
