package io.fluxj.source.helm;

import io.fluxj.archive.Digest;
import java.nio.file.Path;

/**
 * An index as the server sent it.
 *
 * @param file holds it
 * @param digest of its bytes
 */
public record DownloadedIndex(Path file, Digest digest) {
    /** The revision of the repository. */
    public String revision() {
        return digest.toString();
    }
}
