package io.fluxj.runtime.storage.replica;

import io.fluxj.archive.HashingOutputStream;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.ArtifactStore;
import io.fluxj.runtime.storage.NewFile;
import io.fluxj.runtime.storage.Retention;
import io.fluxj.runtime.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** Copies of the leader's files in this replica's store. What is there already, such as on a disk that the replicas share, is left to the leader. */
final class Copies {
    private static final int AT_ONCE = 4;
    private static final int BUFFER = 1 << 16;

    private final ArtifactStore store;
    private final Upstream upstream;
    private final Retention retention;
    private final Semaphore transfers = new Semaphore(AT_ONCE);
    private final ConcurrentHashMap<ArtifactFolder, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Set<ArtifactFolder> ours = ConcurrentHashMap.newKeySet();

    Copies(ArtifactStore store, Upstream upstream, Retention retention) {
        this.store = store;
        this.upstream = upstream;
        this.retention = retention;
    }

    /**
     * Sees to it that a file is here.
     *
     * @throws IOException when it cannot be had, or is not what the status says; nothing is stored then
     */
    void fetch(Wanted wanted) throws IOException, InterruptedException {
        if (store.exists(wanted.path())) {
            return;
        }
        ArtifactFolder folder = wanted.path().folder();
        ReentrantLock lock = locks.computeIfAbsent(folder, _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (!store.exists(wanted.path())) {
                transfer(wanted);
                ours.add(folder);
                store.collectGarbage(folder, Optional.of(wanted.path()), retention);
            }
        } finally {
            lock.unlock();
        }
    }

    private void transfer(Wanted wanted) throws IOException, InterruptedException {
        transfers.acquire();
        try (InputStream in = upstream.open(wanted.path())) {
            store.write(wanted.path(), file -> checked(in, file, wanted));
        } finally {
            transfers.release();
        }
    }

    private static StoredFile checked(InputStream in, NewFile file, Wanted wanted) throws IOException {
        HashingOutputStream out =
                new HashingOutputStream(file.out(), wanted.digest().algorithm());
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > wanted.size()) {
                throw new IOException("what the leader sends is longer than " + wanted.size() + " bytes");
            }
        }
        long size = out.size();
        if (!out.digest().equals(wanted.digest())) {
            throw new IOException("what the leader sends does not have the digest " + wanted.digest());
        }
        return new StoredFile(file.path(), wanted.digest(), size);
    }

    /** The object is gone: so are its copies. */
    void forget(ArtifactFolder folder) throws IOException {
        locks.remove(folder);
        if (ours.remove(folder)) {
            store.removeAll(folder);
        }
    }
}
