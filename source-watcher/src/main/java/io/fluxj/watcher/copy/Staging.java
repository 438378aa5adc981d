package io.fluxj.watcher.copy;

import io.fluxj.archive.ArchiveException;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The tree of an artifact while it is put together. Paths are clean and below its root; no link is ever in it, so that none leads out.
 *
 * @param root existing folder, empty at first, that nobody else writes to
 */
record Staging(Path root, StagingBudget budget) {
    private static final int LONGEST_NAME = 4096;

    boolean isFolder(String path) {
        return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes a folder and those above it. */
    void makeFolder(String path) throws IOException {
        if (path.isEmpty() || isFolder(path)) {
            return;
        }
        makeFolder(RelativePath.parent(path));
        budget.spend(0);
        try {
            Files.createDirectory(root.resolve(path));
        } catch (FileAlreadyExistsException file) {
            throw new CopyException("'" + path + "' is a file already, and cannot be a folder", file);
        }
    }

    /** Takes a file over as it is, in place of one that is there. Its bytes are shared where the file system can, for neither of the two is ever written to. */
    void copy(Path file, String path) throws IOException {
        Path target = replaced(path, Files.size(file));
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Writes a file, in place of one that is there. */
    void write(String text, String path) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(replaced(path, bytes.length), bytes);
    }

    private Path replaced(String path, long size) throws IOException {
        Interruption.check();
        if (path.isEmpty() || isFolder(path)) {
            throw new CopyException("'" + (path.isEmpty() ? "." : path) + "' is a folder, and cannot be a file");
        }
        makeFolder(RelativePath.parent(path));
        budget.spend(size);
        Path target = root.resolve(path);
        Files.deleteIfExists(target);
        return target;
    }

    /** Unpacks an archive into a folder. */
    void extract(Path archive, String folder) throws IOException {
        Interruption.check();
        makeFolder(folder);
        ExtractionLimits limits =
                new ExtractionLimits(Math.max(1, budget.bytesLeft()), Math.max(1, budget.entriesLeft()), LONGEST_NAME);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive, LinkOption.NOFOLLOW_LINKS))) {
            TarGz.Extracted extracted = TarGz.extract(in, root.resolve(folder), limits);
            budget.spend(extracted.bytes(), extracted.files());
        } catch (ArchiveException refused) {
            throw new CopyException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
