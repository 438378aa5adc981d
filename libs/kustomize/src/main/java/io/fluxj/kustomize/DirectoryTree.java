package io.fluxj.kustomize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory on disk as a jail. Every path is resolved to its real place before it is opened, and the real place has to lie below the
 * root; what is opened is that real place, so a link that is swapped between the check and the read cannot lead out unless a directory on
 * the real path itself is swapped.
 */
public final class DirectoryTree implements FileTree {

    private final Path root;

    private DirectoryTree(Path root) {
        this.root = root;
    }

    /**
     * The tree below a directory.
     *
     * @throws IOException if it is not there
     */
    public static DirectoryTree of(Path root) throws IOException {
        return new DirectoryTree(root.toRealPath());
    }

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        Path real = real(path);
        if (!Files.isRegularFile(real)) {
            throw new FileSystemException(path, null, "is not a file");
        }
        try (InputStream in = Files.newInputStream(real)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, maxBytes + 1));
            if (bytes.length > maxBytes) {
                throw new FileTooLargeException(path, maxBytes);
            }
            return bytes;
        }
    }

    @Override
    public boolean isFile(String path) {
        try {
            return Files.isRegularFile(real(path));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isDirectory(String path) {
        try {
            return Files.isDirectory(real(path));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        try (Stream<Path> entries = Files.list(real(path))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String resolve(String path) throws IOException {
        String relative = root.relativize(real(path)).toString();
        return relative.replace('\\', '/');
    }

    private Path real(String path) throws IOException {
        Path real = inside(path).toRealPath();
        if (!real.startsWith(root)) {
            throw new PathOutsideTreeException(path);
        }
        return real;
    }

    private Path inside(String path) throws IOException {
        if (path.startsWith("/")) {
            throw new PathOutsideTreeException(path);
        }
        try {
            Path lexical = root.resolve(path).normalize();
            if (!lexical.startsWith(root)) {
                throw new PathOutsideTreeException(path);
            }
            return lexical;
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(path, null, "is not a valid path");
        }
    }
}
