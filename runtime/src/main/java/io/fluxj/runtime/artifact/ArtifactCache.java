package io.fluxj.runtime.artifact;

import io.fluxj.archive.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Unpacked artifacts by owner, address and digest: each is fetched once, however many ask for it at the same time, shared read-only, and removed when nobody uses it and
 * room is needed. What an earlier process left in the folder is removed at the start.
 */
public final class ArtifactCache implements AutoCloseable {
    private final Object lock = new Object();
    private final Map<Key, Entry> entries = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Folders folders;
    private final Downloader downloader;
    private final long keptBytes;
    private final long allBytes;
    private long uses;

    /**
     * Opens a cache.
     *
     * @param folder of its own; whatever is in it is removed
     * @throws IOException when the folder cannot be made empty
     */
    public ArtifactCache(Path folder, CacheLimits limits, ArtifactOrigins origins) throws IOException {
        this(Folders.emptied(folder), limits, new Downloader(origins, limits, ArtifactForm.UNPACKED));
    }

    /** As {@link #ArtifactCache(Path, CacheLimits, ArtifactOrigins)}, of artifacts that are kept as they come. */
    public static ArtifactCache packed(Path folder, CacheLimits limits, ArtifactOrigins origins) throws IOException {
        Downloader downloader = new Downloader(origins, limits, ArtifactForm.PACKED);
        return new ArtifactCache(Folders.emptied(folder), limits, downloader);
    }

    private ArtifactCache(Folders folders, CacheLimits limits, Downloader downloader) {
        this.folders = folders;
        this.downloader = downloader;
        this.keptBytes = limits.keptBytes();
        this.allBytes = limits.sizes().allBytes();
    }

    /** A digest alone is no key: who knows it must also know where the artifact is, and be given it there. */
    private record Key(String owner, String url, Digest digest) {
        static Key of(RemoteArtifact artifact) throws ArtifactFailure {
            try {
                return new Key(artifact.owner(), artifact.url(), Digest.parse(artifact.digest()));
            } catch (IllegalArgumentException invalid) {
                throw new ArtifactFailure.Unusable(
                        "the digest of artifact " + artifact.revision() + " cannot be used: " + invalid.getMessage(),
                        invalid);
            }
        }
    }

    /** One artifact, here or on its way; guarded by the lock. */
    private static final class Entry {
        private final Future<Stored> stored;
        private int users;
        private long lastUse;

        Entry(Future<Stored> stored) {
            this.stored = stored;
        }

        /** Empty while it is on its way. */
        Optional<Stored> arrived() {
            return stored.state() == Future.State.SUCCESS ? Optional.of(stored.resultNow()) : Optional.empty();
        }
    }

    /** An artifact in its folder. */
    private record Stored(Path root, long bytes) {}

    /**
     * The artifact, unpacked; from the network only when it is not here yet. Close it after use. Blocks until it is here or all tries failed, {@link CacheLimits#patience} at most.
     *
     * @throws ArtifactFailure why it cannot be used
     */
    public UnpackedArtifact fetch(RemoteArtifact artifact) throws ArtifactFailure, InterruptedException {
        Key key = Key.of(artifact);
        return await(enter(key, artifact), key);
    }

    /** Whether {@link #fetch} would answer at once. */
    public boolean holds(RemoteArtifact artifact) throws ArtifactFailure {
        Key key = Key.of(artifact);
        synchronized (lock) {
            Entry entry = entries.get(key);
            return entry != null && entry.arrived().isPresent();
        }
    }

    private Entry enter(Key key, RemoteArtifact artifact) {
        synchronized (lock) {
            Entry entry = entries.computeIfAbsent(
                    key, wanted -> new Entry(threads.submit(() -> load(wanted.digest(), artifact))));
            entry.users++;
            return entry;
        }
    }

    private Stored load(Digest digest, RemoteArtifact artifact)
            throws ArtifactFailure, InterruptedException, IOException {
        Path part = folders.part();
        try {
            long bytes = downloader.download(artifact, digest, part, room(artifact));
            return new Stored(folders.publish(part, digest), bytes);
        } finally {
            folders.delete(part);
        }
    }

    /** What all unpacked artifacts together may still take. */
    private long room(RemoteArtifact artifact) throws ArtifactFailure {
        long taken;
        synchronized (lock) {
            taken = entries.values().stream()
                    .flatMap(entry -> entry.arrived().stream())
                    .mapToLong(Stored::bytes)
                    .sum();
        }
        if (taken >= allBytes) {
            throw new ArtifactFailure.Unreachable(
                    "no room for artifact " + artifact.url() + ": others in use take " + taken
                            + " bytes, see --artifact-cache-max-bytes",
                    null);
        }
        return allBytes - taken;
    }

    /** Who stops waiting leaves the download to the others, or to its next pass. */
    private UnpackedArtifact await(Entry entry, Key key) throws ArtifactFailure, InterruptedException {
        try {
            Stored stored = entry.stored.get();
            return new UnpackedArtifact(stored.root(), key.digest().toString(), () -> release(entry));
        } catch (InterruptedException stopping) {
            release(entry);
            throw stopping;
        } catch (ExecutionException failed) {
            forget(key, entry);
            throw failure(Objects.requireNonNull(failed.getCause()), key.url());
        }
    }

    private static ArtifactFailure failure(Throwable cause, String url) throws InterruptedException {
        return switch (cause) {
            case ArtifactFailure failure -> failure;
            case InterruptedException closed -> throw new InterruptedException("the artifact cache was closed");
            default -> new ArtifactFailure.Unreachable("cannot store artifact " + url + ": " + cause, cause);
        };
    }

    private void forget(Key key, Entry entry) {
        synchronized (lock) {
            entries.remove(key, entry);
        }
    }

    private void release(Entry entry) {
        List<Path> evicted;
        synchronized (lock) {
            entry.users--;
            entry.lastUse = uses++;
            evicted = evict();
        }
        evicted.forEach(folders::delete);
    }

    /** Takes the longest unused out until the unused ones fit. Their folders are moved aside at once, so that they may come again. */
    private List<Path> evict() {
        List<Map.Entry<Key, Entry>> unused = entries.entrySet().stream()
                .filter(entry -> entry.getValue().users == 0
                        && entry.getValue().arrived().isPresent())
                .sorted(Comparator.comparingLong(entry -> entry.getValue().lastUse))
                .toList();
        long bytes = unused.stream()
                .mapToLong(entry -> entry.getValue().arrived().orElseThrow().bytes())
                .sum();
        List<Path> evicted = new ArrayList<>();
        for (Map.Entry<Key, Entry> entry : unused) {
            if (bytes <= keptBytes) {
                break;
            }
            Stored stored = entry.getValue().arrived().orElseThrow();
            bytes -= stored.bytes();
            entries.remove(entry.getKey());
            evicted.add(folders.moveAside(stored.root()));
        }
        return evicted;
    }

    /** Ends downloads and removes the folder. */
    @Override
    public void close() {
        threads.shutdownNow();
        folders.deleteAll();
    }
}
