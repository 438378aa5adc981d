package io.fluxj.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a {@code tar.gz} that nobody vouches for. Symbolic links are left out, other links and devices refused; nothing is
 * written outside the target, and links that lie in the target already are never followed (reference: behaviour.md §0.7).
 */
public final class TarGz {
    private static final int BUFFER = 1 << 16;

    private TarGz() {}

    /**
     * What was unpacked.
     *
     * @param files how many files
     * @param bytes in all files together
     */
    public record Extracted(int files, long bytes) {}

    /**
     * A file of an archive.
     *
     * @param name as the archive has it: it may be absolute, or lead out of the archive
     */
    public record Member(String name, Instant modified) {}

    /** Takes the files of an archive. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes one.
         *
         * @param content of which as much as is wanted may be read
         */
        void take(Member member, InputStream content) throws IOException;
    }

    /**
     * Reads the files of an archive, in its order, without writing anything.
     *
     * @param source the archive; read to its end, not closed
     * @throws ArchiveException when the archive is refused
     * @throws IOException what {@code reader} throws
     */
    public static void read(InputStream source, ExtractionLimits limits, Reader reader) throws IOException {
        BudgetedInputStream unpacked = new BudgetedInputStream(unzipped(source), limits.bytes());
        TarEntries entries = new TarEntries(unpacked, limits);
        for (TarEntries.Entry entry = entries.next();
                !(entry instanceof TarEntries.Entry.End);
                entry = entries.next()) {
            if (entry instanceof TarEntries.Entry.File(String name, boolean executable, Instant modified)) {
                reader.take(new Member(name, modified), entries.content());
                entries.content().transferTo(OutputStream.nullOutputStream());
            }
        }
        Malformed.blamingTheArchive(() -> unpacked.transferTo(OutputStream.nullOutputStream()));
    }

    /**
     * Unpacks into a folder. Files get mode 0600, or 0700 when executable, folders 0700.
     *
     * @param source the archive; read to its end, not closed
     * @param target an existing folder, best an empty one
     * @throws ArchiveException when the archive is refused; what was unpacked until then remains
     * @throws IOException when writing fails
     */
    public static Extracted extract(InputStream source, Path target, ExtractionLimits limits) throws IOException {
        BudgetedInputStream unpacked = new BudgetedInputStream(unzipped(source), limits.bytes());
        TarEntries entries = new TarEntries(unpacked, limits);
        Extracted extracted = extract(entries, new ExtractionTarget(target));
        // What follows the archive's end is read too, so that a digest over the source covers it.
        Malformed.blamingTheArchive(() -> unpacked.transferTo(OutputStream.nullOutputStream()));
        return extracted;
    }

    private static Extracted extract(TarEntries entries, ExtractionTarget target) throws IOException {
        int files = 0;
        long bytes = 0;
        for (TarEntries.Entry entry = entries.next();
                !(entry instanceof TarEntries.Entry.End);
                entry = entries.next()) {
            switch (entry) {
                case TarEntries.Entry.Folder(String name) -> target.folder(name);
                case TarEntries.Entry.File(String name, boolean executable, Instant modified) -> {
                    bytes += target.file(name, executable, entries.content());
                    files++;
                }
                case TarEntries.Entry.SymbolicLink(), TarEntries.Entry.End() -> {}
            }
        }
        return new Extracted(files, bytes);
    }

    private static InputStream unzipped(InputStream source) throws ArchiveException {
        return Malformed.blamingTheArchive(() -> new GZIPInputStream(source, BUFFER));
    }
}
