package io.fluxj.source.helm;

import io.fluxj.archive.Digest;
import java.nio.file.Path;

/**
 * An index as the server sent it.
 *
 * @param file holds it
 * @param digest of its bytes
 */
record DownloadedIndex(Path file, Digest digest) {
    /** The revision of the repository. */
    String revision() {
        return digest.toString();
    }
}
