package io.fluxj.source;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that passes fetch into, below the system's temporary folder. One store has one of them, for the process that
 * leads owns both: what lies there when it starts was left by one that died.
 *
 * @param folder existing folder
 */
record WorkSpace(Path folder) {
    static WorkSpace beside(Path store) throws IOException {
        String id = Digest.of(DigestAlgorithm.SHA256, store.toString()).hex().substring(0, 12);
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), SourceController.NAME + "-" + id);
        return new WorkSpace(Files.createDirectories(folder));
    }

    /** Empties it; there is nothing to end. */
    AutoCloseable sweep() throws IOException {
        FolderRemoval.empty(folder);
        return () -> {};
    }
}
