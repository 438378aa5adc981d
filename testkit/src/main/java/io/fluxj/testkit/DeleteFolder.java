package io.fluxj.testkit;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Path;

/** Removes what a server of this kit wrote; what cannot be removed stays for the system's own cleaning. */
final class DeleteFolder {
    private DeleteFolder() {}

    static void quietly(Path folder) {
        try {
            FolderRemoval.remove(folder);
        } catch (IOException left) {
            // Left to the system's cleaning of temporary files.
        }
    }
}
