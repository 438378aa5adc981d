package io.fluxj.reflector.tags;

import io.fluxj.archive.FolderRemoval;
import io.fluxj.runtime.client.WriteFence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tags of ImageRepositories: a file each, below {@code imagerepository/NAMESPACE/NAME/}, which is there whole or not at all, whenever the process ends.
 */
public final class TagStore {
    private static final Logger LOG = LoggerFactory.getLogger(TagStore.class);
    private static final String FOLDER = "imagerepository";
    private static final String FILE = "tags";
    private static final String UNFINISHED = ".unfinished-";

    private final Path folder;
    private final WriteFence fence;
    private final TagFile format;

    private TagStore(Path folder, WriteFence fence, TagFile format) {
        this.folder = folder;
        this.fence = fence;
        this.format = format;
    }

    /**
     * Opens a store.
     *
     * @param root existing folder
     * @param fence asked before anything in the store changes
     * @param compressAbove bytes of a list; longer ones are compressed
     * @throws IOException when the folder is missing
     */
    public static TagStore open(Path root, WriteFence fence, long compressAbove) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("the storage path " + root + " is not a folder; create it or set --storage-path");
        }
        return new TagStore(root.toRealPath().resolve(FOLDER), fence, new TagFile(compressAbove));
    }

    /** Removes what a process left unfinished that died. There is nothing to end. */
    public AutoCloseable sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder, 3)) {
                for (Path left : all.filter(TagStore::isUnfinished).toList()) {
                    Files.deleteIfExists(left);
                }
            }
        }
        return () -> {};
    }

    private static boolean isUnfinished(Path path) {
        return String.valueOf(path.getFileName()).startsWith(UNFINISHED);
    }

    /** The tags as they were written; empty when there are none, or the file is damaged: then another scan makes it anew. */
    public Optional<List<String>> read(TagOwner owner) throws IOException {
        Path file = folderOf(owner).resolve(FILE);
        try {
            return Optional.of(format.read(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (DamagedTagsException damaged) {
            LOG.warn("{} is damaged and will be made anew: {}", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps tags instead of those that were kept. */
    public void write(TagOwner owner, List<String> tags) throws IOException {
        Path parent = Files.createDirectories(folderOf(owner));
        Path unfinished = Files.createTempFile(parent, UNFINISHED, "");
        try {
            format.write(unfinished, tags);
            settle(unfinished);
            fence.requireOpen();
            Files.move(
                    unfinished,
                    parent.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            settle(parent);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Comes back when it outlives a loss of power. */
    private static void settle(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Forgets the tags of an object that is gone. */
    public void remove(TagOwner owner) throws IOException {
        Path own = folderOf(owner);
        if (Files.isDirectory(own)) {
            fence.requireOpen();
            FolderRemoval.remove(own);
            removeIfEmpty(Objects.requireNonNull(own.getParent()));
        }
    }

    private static void removeIfEmpty(Path namespace) throws IOException {
        try (Stream<Path> left = Files.list(namespace)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        try {
            Files.deleteIfExists(namespace);
        } catch (IOException used) {
            LOG.debug("{} stays: {}", namespace, used.getMessage());
        }
    }

    private Path folderOf(TagOwner owner) {
        return folder.resolve(owner.namespace()).resolve(owner.name());
    }
}
