package io.fluxj.archive;

import io.fluxj.archive.ArchiveException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder that files are unpacked into, and out of which no name leads. Nobody else may write to it meanwhile: what is known to
 * be a folder is not looked at again.
 */
final class ExtractionTarget {
    private static final FileAttribute<Set<PosixFilePermission>> ALL = permissions("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> READ_WRITE = permissions("rw-------");
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** What file systems allow; see limits.h of Linux. */
    private static final int LONGEST_PART = 255;

    private static final int LONGEST_PATH = 4095;
    private static final int SHOWN = 80;

    private final Path root;
    private final Set<Path> folders = new HashSet<>();

    ExtractionTarget(Path root) {
        this.root = root;
    }

    void folder(String name) throws IOException {
        enter(parts(name), name);
    }

    /** Writes a file and returns its size; one of the same name is replaced. */
    long file(String name, boolean executable, InputStream content) throws IOException {
        List<Path> parts = parts(name);
        if (parts.isEmpty()) {
            throw new ArchiveException(Problem.MALFORMED, "the archive holds a file without a name");
        }
        Path file = enter(parts.subList(0, parts.size() - 1), name).resolve(parts.getLast());
        try (OutputStream out = create(file, name, executable)) {
            return content.transferTo(out);
        }
    }

    private OutputStream create(Path file, String name, boolean executable) throws IOException {
        FileAttribute<Set<PosixFilePermission>> mode = executable ? ALL : READ_WRITE;
        try {
            return Channels.newOutputStream(Files.newByteChannel(file, NEW, mode));
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new ArchiveException(
                        Problem.MALFORMED, "the archive holds \"" + name + "\" both as folder and as file", e);
            }
            Files.delete(file);
            return Channels.newOutputStream(Files.newByteChannel(file, NEW, mode));
        }
    }

    /** Makes the folders that are missing, and refuses to pass through anything that is not a folder. */
    private Path enter(List<Path> parts, String name) throws IOException {
        Path folder = root;
        for (Path part : parts) {
            folder = folder.resolve(part);
            if (folders.add(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                create(folder, name);
            }
        }
        return folder;
    }

    private static void create(Path folder, String name) throws IOException {
        try {
            Files.createDirectory(folder, ALL);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException(
                    Problem.ESCAPES,
                    "the archive's \"" + name + "\" lies under \"" + folder.getFileName() + "\", which is not a folder",
                    e);
        }
    }

    private List<Path> parts(String name) throws ArchiveException {
        if (name.startsWith("/")) {
            throw new ArchiveException(Problem.ESCAPES, "the archive holds an absolute path: \"" + name + "\"");
        }
        requireFitting(root + "/" + name, LONGEST_PATH, "path");
        List<Path> parts = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(single(part, name));
            }
        }
        return parts;
    }

    /** Said before the file system does, whose refusal looks like a failure to write. */
    private static void requireFitting(String text, int longest, String what) throws ArchiveException {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > longest) {
            throw new ArchiveException(
                    Problem.TOO_LARGE,
                    "the archive holds a %s of %d bytes, %d are allowed: \"...%s\""
                            .formatted(what, bytes, longest, text.substring(Math.max(0, text.length() - SHOWN))));
        }
    }

    private Path single(String part, String name) throws ArchiveException {
        requireFitting(part, LONGEST_PART, "file name");
        try {
            Path path = root.getFileSystem().getPath(part);
            if (part.equals("..") || path.isAbsolute() || path.getNameCount() != 1) {
                throw new ArchiveException(Problem.ESCAPES, "the archive's \"" + name + "\" leads out of its folder");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new ArchiveException(Problem.MALFORMED, "the archive holds an unusable name: " + e.getReason(), e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
