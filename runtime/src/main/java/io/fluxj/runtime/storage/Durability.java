package io.fluxj.runtime.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes what was written outlive a loss of power. */
@FunctionalInterface
interface Durability {
    /** Asks the disk, for a file or a folder. */
    Durability DISK = Durability::force;

    /**
     * Comes back when a file's bytes, or a folder's list of files, are on the disk.
     *
     * @throws IOException when the disk cannot take them
     */
    void settle(Path path) throws IOException;

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
