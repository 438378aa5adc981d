package io.fluxj.deploy;

import io.fluxj.kustomize.FileTooLargeException;
import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of the manifests, from the class path, laid out as in the repository: {@code crds/...}, {@code deploy/kustomize/...}. */
public final class PackagedFiles implements FileTree {
    private static final String FOLDER = "io/fluxj/deploy/files";

    private final NavigableMap<String, byte[]> files;

    private PackagedFiles(NavigableMap<String, byte[]> files) {
        this.files = files;
    }

    /** Reads them all, less than a megabyte. */
    public static PackagedFiles open() {
        try {
            URI folder = Objects.requireNonNull(PackagedFiles.class.getResource("/" + FOLDER), FOLDER)
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return new PackagedFiles(read(Path.of(folder)));
            }
            // Not by the URI: such file systems are one for the whole JVM, and two may be wanted at once.
            Path file = Path.of(URI.create(folder.getSchemeSpecificPart().replaceFirst("!/.*", "")));
            try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
                return new PackagedFiles(read(jar.getPath(FOLDER)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifests in " + FOLDER + " on the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot read the manifests in " + FOLDER + " on the class path", e);
        }
    }

    private static NavigableMap<String, byte[]> read(Path root) throws IOException {
        NavigableMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        byte[] bytes = files.get(normal(path));
        if (bytes == null) {
            throw new NoSuchFileException(path);
        }
        if (bytes.length > maxBytes) {
            throw new FileTooLargeException(path, maxBytes);
        }
        return bytes.clone();
    }

    @Override
    public boolean isFile(String path) {
        return files.containsKey(normal(path));
    }

    @Override
    public boolean isDirectory(String path) {
        return !below(path).isEmpty();
    }

    /** The names in a directory; none when it is not there. */
    List<String> namesIn(String path) {
        String prefix = prefix(path);
        TreeSet<String> names = new TreeSet<>();
        below(path)
                .keySet()
                .forEach(file -> names.add(file.substring(prefix.length()).replaceFirst("/.*", "")));
        return List.copyOf(names);
    }

    @Override
    public List<String> list(String path) throws IOException {
        if (!isDirectory(path)) {
            throw new NotDirectoryException(path);
        }
        return namesIn(path);
    }

    @Override
    public String resolve(String path) throws IOException {
        if (!isFile(path) && !isDirectory(path)) {
            throw new NoSuchFileException(path);
        }
        return normal(path);
    }

    private Map<String, byte[]> below(String path) {
        String prefix = prefix(path);
        return files.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    private static String prefix(String path) {
        String normal = normal(path);
        return normal.isEmpty() ? "" : normal + "/";
    }

    private static String normal(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }
}
