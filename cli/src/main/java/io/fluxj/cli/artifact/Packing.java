package io.fluxj.cli.artifact;

import io.fluxj.archive.Archiver;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.FolderRemoval;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.archive.IgnoreText;
import io.fluxj.cli.frame.CommandFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs a folder, or one file.
 *
 * @param ignored patterns as in {@code .gitignore}; empty for what artifacts of Git leave out
 * @param resolveLinks whether symbolic links are followed; otherwise they are left out
 */
record Packing(List<String> ignored, boolean resolveLinks) {
    private static final int DEEPEST = 128;

    /** Writes the archive. */
    Archiver.Archived pack(Path source, Path target) throws IOException {
        if (!Files.exists(source)) {
            throw new CommandFailure("invalid path '" + source + "': it must be a folder or a file that is there");
        }
        if (Files.isDirectory(source) && !resolveLinks) {
            return archived(source, target);
        }
        Path copy = Files.createTempDirectory("fluxj-artifact-");
        try {
            copy(source, copy);
            return archived(copy, target);
        } finally {
            FolderRemoval.remove(copy);
        }
    }

    private Archiver.Archived archived(Path folder, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            return Archiver.archive(folder, rules(), DigestAlgorithm.SHA256, out);
        }
    }

    private IgnoreRules rules() {
        return ignored.isEmpty()
                ? IgnoreRules.withDefaults(List.of())
                : IgnoreRules.only(List.of(IgnoreText.atRoot(String.join("\n", ignored) + "\n")));
    }

    /** Follows links, also those that lead out of the folder: whoever asks for that says what is packed. Circles are refused by the walk itself. */
    private static void copy(Path source, Path target) throws IOException {
        if (Files.isRegularFile(source)) {
            Files.copy(source, target.resolve(String.valueOf(source.getFileName())));
            return;
        }
        try (Stream<Path> all = Files.walk(source, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path place = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(place);
                } else if (Files.isRegularFile(path)) {
                    Files.copy(path, place, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
