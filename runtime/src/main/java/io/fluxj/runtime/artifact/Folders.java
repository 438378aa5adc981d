package io.fluxj.runtime.artifact;

import io.fluxj.archive.Digest;
import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of the cache: complete ones named for their digest, others, which begin with a dot, on their way in or out. */
final class Folders {
    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private final Path root;
    private final AtomicLong next = new AtomicLong();

    private Folders(Path root) {
        this.root = root;
    }

    static Folders emptied(Path root) throws IOException {
        Folders folders = new Folders(root);
        if (Files.exists(root)) {
            FolderRemoval.remove(root);
        }
        Files.createDirectories(root);
        return folders;
    }

    /** A fresh folder to unpack into. */
    Path part() throws IOException {
        return Files.createDirectory(root.resolve(".part-" + next.getAndIncrement()));
    }

    /** Makes a complete folder visible under a name of its own, which tells its digest. */
    Path publish(Path part, Digest digest) throws IOException {
        Path complete = root.resolve(digest.algorithm().label() + "-" + digest.hex() + "-" + next.getAndIncrement());
        return Files.move(part, complete, StandardCopyOption.ATOMIC_MOVE);
    }

    Path moveAside(Path complete) {
        try {
            return Files.move(complete, root.resolve(".old-" + next.getAndIncrement()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove the unused artifact in " + complete, failed);
        }
    }

    void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            FolderRemoval.remove(folder);
        } catch (IOException failed) {
            LOG.atWarn().addKeyValue("error", failed.toString()).log("cannot remove a folder of the artifact cache");
        }
    }

    static void clear(Path folder) throws IOException {
        FolderRemoval.empty(folder);
    }

    void deleteAll() {
        delete(root);
    }
}
