package io.fluxj.runtime.storage.bucket;

import io.fluxj.archive.Digest;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.ArtifactStore;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.Retention;
import io.fluxj.runtime.storage.StoredFile;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A store on disk whose files lie in a bucket too. A file counts as written once both have it; what is served is always on the disk. Of the bucket
 * goes what the disk has no more, looked at after something new was written or something old went.
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // no artifact in use is a case of its own
public final class BucketArtifactStore implements ArtifactStore {
    /** Restored at once: a process that starts with an empty disk wants all. */
    private static final int AT_ONCE = 4;

    private final FileArtifactStore files;
    private final StorageBucket bucket;
    private final WriteFence fence;
    private final Semaphore restores = new Semaphore(AT_ONCE);
    private final Set<ArtifactFolder> changed = ConcurrentHashMap.newKeySet();

    private BucketArtifactStore(FileArtifactStore files, StorageBucket bucket, WriteFence fence) {
        this.files = files;
        this.bucket = bucket;
        this.fence = fence;
    }

    /**
     * The store of a process.
     *
     * @param bucket for copies; empty for none
     * @param fence asked before anything in the bucket changes
     */
    public static ArtifactStore over(FileArtifactStore files, Optional<StorageBucket> bucket, WriteFence fence) {
        return bucket.<ArtifactStore>map(copies -> new BucketArtifactStore(files, copies, fence))
                .orElse(files);
    }

    @Override
    public StoredFile write(StoredPath path, Content content) throws IOException {
        StoredFile written = files.write(path, content);
        fence.requireOpen();
        bucket.put(path, files.root().resolve(path.path()));
        changed.add(path.folder());
        return written;
    }

    @Override
    public void link(StoredPath link, StoredPath file) throws IOException {
        files.link(link, file);
    }

    @Override
    public boolean exists(StoredPath path) {
        return files.exists(path);
    }

    @Override
    public boolean restore(RecordedFile file) throws IOException {
        if (files.exists(file.path())) {
            return true;
        }
        restores.acquireUninterruptibly();
        try (InputStream in = bucket.open(file.path())) {
            files.write(file.path(), target -> file.copy(in, target));
            return true;
        } finally {
            restores.release();
        }
    }

    @Override
    public boolean matches(StoredPath path, Digest digest) throws IOException {
        return files.matches(path, digest);
    }

    @Override
    public InputStream read(StoredPath path) throws IOException {
        return files.read(path);
    }

    @Override
    public void remove(StoredPath path) throws IOException {
        files.remove(path);
        bucket.remove(path);
    }

    @Override
    public boolean removeAll(ArtifactFolder folder) throws IOException {
        boolean here = files.removeAll(folder);
        boolean there = sweep(folder, Optional.empty()) > 0;
        changed.remove(folder);
        return here || there;
    }

    @Override
    public int collectGarbage(ArtifactFolder folder, Optional<StoredPath> current, Retention retention)
            throws IOException {
        int removed = files.collectGarbage(folder, current, retention);
        if (removed > 0 || changed.contains(folder)) {
            changed.add(folder);
            sweep(folder, current);
            changed.remove(folder);
        }
        return removed;
    }

    private int sweep(ArtifactFolder folder, Optional<StoredPath> current) throws IOException {
        int removed = 0;
        for (StoredPath path : bucket.list(folder)) {
            if (!files.exists(path) && !current.equals(Optional.of(path))) {
                fence.requireOpen();
                bucket.remove(path);
                removed++;
            }
        }
        return removed;
    }
}
