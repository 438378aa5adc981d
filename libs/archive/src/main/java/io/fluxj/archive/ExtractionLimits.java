package io.fluxj.archive;

/**
 * What an archive may unpack to.
 *
 * @param bytes of all files together, headers and padding included
 * @param entries files, folders and links, also those left out
 * @param nameLength of one entry's path, in characters
 */
public record ExtractionLimits(long bytes, int entries, int nameLength) {
    /** 2 GiB in a million entries with paths of up to 4096 characters. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(2L << 30, 1_000_000, 4096);

    /** Refuses limits below one. */
    public ExtractionLimits {
        if (bytes < 1 || entries < 1 || nameLength < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** These limits with another number of bytes. */
    public ExtractionLimits withBytes(long bytes) {
        return new ExtractionLimits(bytes, entries, nameLength);
    }
}
