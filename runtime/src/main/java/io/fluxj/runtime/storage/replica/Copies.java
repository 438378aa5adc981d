package io.fluxj.runtime.storage.replica;

import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.ArtifactStore;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Copies of the leader's files in this replica's store, from the leader or from where it keeps copies itself. What is there already, such as on a disk that the replicas share, is left to the leader. */
final class Copies {
    private static final int AT_ONCE = 4;

    private final ArtifactStore store;
    private final List<Upstream> upstreams;
    private final Retention retention;
    private final Semaphore transfers = new Semaphore(AT_ONCE);
    private final ConcurrentHashMap<ArtifactFolder, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Set<ArtifactFolder> ours = ConcurrentHashMap.newKeySet();

    /** Copies from the first of these that has a file. */
    Copies(ArtifactStore store, List<Upstream> upstreams, Retention retention) {
        this.store = store;
        this.upstreams = List.copyOf(upstreams);
        this.retention = retention;
    }

    /**
     * Sees to it that a file is here.
     *
     * @throws IOException when it cannot be had, or is not what the status says; nothing is stored then
     */
    void fetch(RecordedFile wanted) throws IOException, InterruptedException {
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

    private void transfer(RecordedFile wanted) throws IOException, InterruptedException {
        transfers.acquire();
        try {
            transferFromAny(wanted);
        } finally {
            transfers.release();
        }
    }

    /** What one has not, or has otherwise, the next may have. */
    private void transferFromAny(RecordedFile wanted) throws IOException, InterruptedException {
        @Nullable IOException first = null;
        for (Upstream upstream : upstreams) {
            try (InputStream in = upstream.open(wanted.path())) {
                store.write(wanted.path(), file -> wanted.copy(in, file));
                return;
            } catch (IOException failed) {
                first = first == null ? failed : first;
            }
        }
        throw first == null ? new IOException("there is nobody to ask") : first;
    }

    /** The object is gone: so are its copies. */
    void forget(ArtifactFolder folder) throws IOException {
        locks.remove(folder);
        if (ours.remove(folder)) {
            store.removeAll(folder);
        }
    }
}
