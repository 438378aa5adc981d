package io.fluxj.runtime.storage;

import io.fluxj.archive.Digest;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.runtime.client.WriteFence;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Artifacts as files below a root folder. Source of layout and modes: behaviour §1.1. */
public final class FileArtifactStore implements ArtifactStore {
    /** Suffix of the file that other implementations lock while they write. */
    static final String LOCK = ".lock";

    /** Prefix of files that are not whole yet; the server does not show them. */
    static final String UNFINISHED = ".unfinished-";

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = mode("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = mode("rw-------");

    private final Path root;
    private final Clock clock;
    private final WriteFence fence;
    private final Durability durability;

    private FileArtifactStore(Path root, Clock clock, WriteFence fence, Durability durability) {
        this.root = root;
        this.clock = clock;
        this.fence = fence;
        this.durability = durability;
    }

    /**
     * Opens a store.
     *
     * @param root existing folder
     * @param clock tells how old files are
     * @param fence asked before anything in the store changes
     * @throws IOException when the folder is missing
     */
    public static FileArtifactStore open(Path root, Clock clock, WriteFence fence) throws IOException {
        return open(root, clock, fence, Durability.DISK);
    }

    static FileArtifactStore open(Path root, Clock clock, WriteFence fence, Durability durability) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("the storage path " + root + " is not a folder; create it or set --storage-path");
        }
        return new FileArtifactStore(root.toRealPath(), clock, fence, durability);
    }

    /** The root folder. */
    public Path root() {
        return root;
    }

    @Override
    public StoredFile write(StoredPath path, Content content) throws IOException {
        Path target = resolve(path);
        Path parent = parentOf(target);
        createFolder(parent);
        try (FileChannel _ = lock(target)) {
            Path unfinished = Files.createTempFile(parent, UNFINISHED, "", PRIVATE_FILE);
            try {
                StoredFile written = fill(unfinished, path.path(), content);
                durability.settle(unfinished);
                fence.requireOpen();
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                durability.settle(parent);
                return written;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    /** A folder that is new is named in the one above it, which has to outlive a loss of power as well. */
    private void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolder(parentOf(folder));
        Files.createDirectories(folder, PRIVATE_FOLDER);
        durability.settle(parentOf(folder));
    }

    /** All paths here are below the root. */
    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static StoredFile fill(Path unfinished, String path, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
            return content.writeTo(new NewFile(path, out));
        }
    }

    private static FileChannel lock(Path target) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            channel.lock();
            return channel;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void link(StoredPath link, StoredPath file) throws IOException {
        Path target = resolve(link);
        Path unfinished = target.resolveSibling(UNFINISHED + target.getFileName());
        fence.requireOpen();
        Files.deleteIfExists(unfinished);
        Files.createSymbolicLink(unfinished, parentOf(target).relativize(resolve(file)));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean exists(StoredPath path) {
        return Files.isRegularFile(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean restore(RecordedFile file) {
        return exists(file.path());
    }

    @Override
    public boolean matches(StoredPath path, Digest digest) throws IOException {
        try (InputStream in = read(path);
                HashingOutputStream hash =
                        new HashingOutputStream(OutputStream.nullOutputStream(), digest.algorithm())) {
            in.transferTo(hash);
            return hash.digest().equals(digest);
        }
    }

    @Override
    public InputStream read(StoredPath path) throws IOException {
        return Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void remove(StoredPath path) throws IOException {
        Path file = resolve(path);
        fence.requireOpen();
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + LOCK));
    }

    @Override
    public boolean removeAll(ArtifactFolder folder) throws IOException {
        fence.requireOpen();
        return new FolderSweep(root.resolve(folder.path())).removeEverything();
    }

    @Override
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    public int collectGarbage(ArtifactFolder folder, Optional<StoredPath> current, Retention retention)
            throws IOException {
        Path kept = current.map(this::resolve).orElse(root);
        fence.requireOpen();
        return new FolderSweep(root.resolve(folder.path())).removeOutdated(kept, retention, clock.instant());
    }

    private Path resolve(StoredPath path) {
        return root.resolve(path.path());
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
