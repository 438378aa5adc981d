package io.fluxj.runtime.artifact;

import io.fluxj.archive.ArchiveException;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How artifacts lie in their folders. */
public enum ArtifactForm {
    /** File by file. */
    UNPACKED,
    /** As the one file {@value #FILE}, just as it came. */
    PACKED;

    /** Name of a packed artifact in its folder. */
    public static final String FILE = "artifact.tar.gz";

    /**
     * Puts an artifact into an empty folder.
     *
     * @param source read to its end, not closed
     * @return bytes of all files
     * @throws ArchiveException when it is none that could be unpacked
     */
    long keep(InputStream source, Path folder, ExtractionLimits bounds) throws IOException {
        return switch (this) {
            case UNPACKED -> TarGz.extract(source, folder, bounds).bytes();
            case PACKED -> Files.copy(source, folder.resolve(FILE));
        };
    }
}
