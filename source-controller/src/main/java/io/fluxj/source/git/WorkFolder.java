package io.fluxj.source.git;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one pass, which goes with it. */
record WorkFolder(Path path) implements AutoCloseable {
    static WorkFolder create(Path parent) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent, "gitrepository-"));
    }

    @Override
    public void close() {
        try {
            FolderRemoval.remove(path);
        } catch (IOException left) {
            // the folder's parent is emptied at the next start
        }
    }
}
