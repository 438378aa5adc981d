package io.fluxj.archive;

import io.fluxj.archive.ArchiveException.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The entries of a tar stream, one after the other, within limits. */
final class TarEntries {
    /** Enough for any path; larger extended headers are an attempt to fill the memory. */
    private static final long LARGEST_HEADER = 1 << 20;

    private final BudgetedInputStream source;
    private final ExtractionLimits limits;
    private final TarArchiveInputStream tar;
    private int count;

    TarEntries(BudgetedInputStream source, ExtractionLimits limits) {
        this.source = source;
        this.limits = limits;
        this.tar = new TarArchiveInputStream(source, StandardCharsets.UTF_8.name());
    }

    /** What an entry is. */
    sealed interface Entry {
        /** A folder. */
        record Folder(String name) implements Entry {}

        /** A file, whose bytes {@link TarEntries#content} gives. */
        record File(String name, boolean executable, Instant modified) implements Entry {}

        /** A symbolic link. */
        record SymbolicLink() implements Entry {}

        /** There are no more entries. */
        record End() implements Entry {}
    }

    Entry next() throws ArchiveException {
        source.startHeader(LARGEST_HEADER);
        TarArchiveEntry entry = Malformed.blamingTheArchive(tar::getNextEntry);
        source.endHeader();
        if (entry == null) {
            return new Entry.End();
        }
        requireWithinLimits(entry.getName());
        return classify(entry);
    }

    /** The bytes of the file that {@link #next} gave last. */
    InputStream content() {
        return new Content(tar);
    }

    private void requireWithinLimits(String name) throws ArchiveException {
        if (++count > limits.entries()) {
            throw new ArchiveException(
                    Problem.TOO_LARGE, "the archive holds more than " + limits.entries() + " files and folders");
        }
        if (name.length() > limits.nameLength()) {
            throw new ArchiveException(
                    Problem.TOO_LARGE,
                    "the archive holds a path of " + name.length() + " characters, " + limits.nameLength()
                            + " are allowed: \"" + name.substring(0, Math.min(80, name.length())) + "...\"");
        }
    }

    private static Entry classify(TarArchiveEntry entry) throws ArchiveException {
        String name = entry.getName();
        if (entry.isSymbolicLink()) {
            return new Entry.SymbolicLink();
        }
        if (entry.isDirectory()) {
            return new Entry.Folder(name);
        }
        if (!isPlainFile(entry)) {
            throw new ArchiveException(
                    Problem.UNSUPPORTED_ENTRY,
                    "the archive holds \"" + name + "\", which is neither a file nor a folder nor a symbolic link");
        }
        return new Entry.File(
                name,
                (entry.getMode() & 0_111) != 0,
                entry.getLastModifiedTime().toInstant());
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> !entry.isSparse();
            default -> false;
        };
    }

    /** Blames failures to read on the archive. */
    private static final class Content extends FilterInputStream {
        Content(InputStream tar) {
            super(tar);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return Malformed.blamingTheArchive(() -> in.read(bytes, offset, length));
        }
    }
}
