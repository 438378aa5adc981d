package io.fluxj.kube;

import io.fluxj.kube.store.StoreLog;
import io.fluxj.kube.tls.Authority;
import io.fluxj.kube.tls.StoredIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a server outlives its process. It is used by one server at a time.
 *
 * @param authority who signs its certificates
 * @param tokenKey what signs its tokens
 * @param log its objects
 * @param used held while the folder is in use
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Storage(Authority authority, byte[] tokenKey, StoreLog log, FileChannel used) implements AutoCloseable {

    static Storage in(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel used =
                    FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(used) == null) {
                used.close();
                throw new IllegalStateException("another server works on " + folder);
            }
            return new Storage(
                    StoredIdentity.authority(folder),
                    StoredIdentity.tokenKey(folder),
                    StoreLog.open(folder.resolve("objects.log")),
                    used);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be used", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        log.close();
        try {
            used.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
