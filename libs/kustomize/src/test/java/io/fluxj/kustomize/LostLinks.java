package io.fluxj.kustomize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tree that was copied or checked out without symbolic links has, as Git writes them then, small files in their places that hold where they led to:
 * a path without a line end.
 */
record LostLinks(Path folder) {
    private static final int LONGEST = 200;

    /** The folder, or a copy of it with its links when some were lost. */
    Path restored() throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            List<Path> paths = walked.toList();
            return paths.stream().anyMatch(path -> target(path).isPresent()) ? copy(paths) : folder;
        }
    }

    private Path copy(List<Path> paths) throws IOException {
        Path copy = Files.createTempDirectory("corpus").resolve(folder.getFileName());
        for (Path path : paths) {
            Path to = copy.resolve(folder.relativize(path));
            Optional<Path> target = target(path);
            if (target.isPresent()) {
                Files.createSymbolicLink(to, target.get());
            } else {
                Files.copy(path, to);
                to.toFile().setWritable(true);
            }
        }
        return copy;
    }

    private static Optional<Path> target(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            boolean path = text.matches("[A-Za-z0-9._/-]+") && Files.exists(file.resolveSibling(text));
            return path && !file.endsWith(text) ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
