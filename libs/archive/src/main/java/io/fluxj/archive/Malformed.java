package io.fluxj.archive;

import java.io.IOException;

/** Tells failures to read an archive from failures to write what it holds. */
final class Malformed {
    private Malformed() {}

    /** Something that reads. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads; whatever goes wrong is the archive's fault. */
    static <T> T blamingTheArchive(Reading<T> reading) throws ArchiveException {
        try {
            return reading.read();
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException(
                    ArchiveException.Problem.MALFORMED, "not a tar.gz, or damaged or cut off: " + e.getMessage(), e);
        }
    }
}
