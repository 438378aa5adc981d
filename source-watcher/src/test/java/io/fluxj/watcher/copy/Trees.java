package io.fluxj.watcher.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders as maps from paths to texts. */
public final class Trees {
    private Trees() {}

    public static Path write(Path root, Map<String, String> files) throws IOException {
        Files.createDirectories(root);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    /** Every file; a folder without any stands for itself, with a slash at its end. */
    public static Map<String, String> read(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(root)) {
            for (Path path : walked.toList()) {
                String name = root.relativize(path).toString();
                if (Files.isRegularFile(path)) {
                    files.put(name, Files.readString(path));
                } else if (!path.equals(root) && isEmpty(path)) {
                    files.put(name + "/", "");
                }
            }
        }
        return files;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.findAny().isEmpty();
        }
    }
}
