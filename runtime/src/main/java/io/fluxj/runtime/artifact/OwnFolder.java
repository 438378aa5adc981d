package io.fluxj.runtime.artifact;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary folder that is this process's for as long as it lives. Those of processes that were killed are removed when the next
 * one is opened beside them: each holds a lock file, and a lock that can be had belongs to nobody any more.
 */
public final class OwnFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
    private static final String LOCK = "lock";
    private static final int TRIES = 5;

    private final Path folder;
    private final FileChannel lock;

    private OwnFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens one that only this user may enter.
     *
     * @param parent where it shall be, such as the system's folder for temporary files
     * @param prefix its name begins with this; nothing else may use it there
     * @throws IOException when it cannot be made
     */
    public static OwnFolder open(Path parent, String prefix) throws IOException {
        String own = prefix + identity() + "-";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Path folder = Files.createTempDirectory(parent, own);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() != null && Files.exists(folder.resolve(LOCK))) {
                removeAbandoned(parent, prefix, own, Files.getOwner(folder));
                return new OwnFolder(folder, lock);
            }
            lock.close();
        }
        throw new IOException("cannot make a folder of its own in " + parent);
    }

    /** Tells processes apart, also those with the same number in different containers. A process must not touch its own locks twice: that frees them. */
    private static String identity() {
        ProcessHandle self = ProcessHandle.current();
        long began = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return self.pid() + "-" + began;
    }

    /** Where to put files. */
    public Path path() {
        return folder;
    }

    private static void removeAbandoned(Path parent, String prefix, String own, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path other : others) {
                if (!other.getFileName().toString().startsWith(own)) {
                    removeIfAbandoned(other, user);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path other, UserPrincipal user) {
        try {
            if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE)) {
                @Nullable FileLock lock = channel.tryLock();
                if (lock != null) {
                    FolderRemoval.remove(other);
                }
            }
        } catch (IOException kept) {
            LOG.atDebug().addKeyValue("error", kept.toString()).log("cannot remove what may be an abandoned folder");
        }
    }

    /** Removes it. */
    @Override
    public void close() throws IOException {
        try (lock) {
            FolderRemoval.remove(folder);
        }
    }
}
