package io.fluxj.cli.migrate;

import io.fluxj.cli.frame.CommandFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files in which objects of Flux have versions that are gone.
 *
 * @param changed them, with what they are to be
 */
record MigratedFiles(List<Changed> changed) {
    private static final int DEEPEST = 64;
    private static final long LARGEST = 16L << 20;

    /** A file and its migration. */
    record Changed(Path file, VersionLines.Migrated migrated) {}

    /** Those below a folder, or that file. Links are not followed; what is no text is passed over. */
    static MigratedFiles below(Path path, List<String> extensions) throws IOException {
        if (!Files.exists(path)) {
            throw new CommandFailure("'" + path + "' is not there: name a file or folder by --path");
        }
        List<Changed> changed = new ArrayList<>();
        try (Stream<Path> all = Files.walk(path, DEEPEST)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                if (isWanted(path, file, extensions)) {
                    VersionLines.Migrated migrated = VersionLines.migrate(text(file));
                    if (!migrated.changes().isEmpty()) {
                        changed.add(new Changed(file, migrated));
                    }
                }
            }
        }
        return new MigratedFiles(changed);
    }

    private static boolean isWanted(Path root, Path file, List<String> extensions) throws IOException {
        boolean inGit = Stream.iterate(file, parent -> parent != null && parent.startsWith(root), Path::getParent)
                .anyMatch(part -> String.valueOf(part.getFileName()).equals(".git"));
        return !inGit
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) <= LARGEST
                && (file.equals(root) || extensions.stream().anyMatch(String.valueOf(file.getFileName())::endsWith));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException noText) {
            return "";
        }
    }

    /** What changes, a line for each. */
    List<String> lines() {
        return changed.stream()
                .flatMap(each -> each.migrated().changes().stream()
                        .map(change -> each.file() + ":" + change.line() + ": " + change.kind() + " " + change.before()
                                + " -> " + change.after()))
                .toList();
    }

    void write() throws IOException {
        for (Changed each : changed) {
            Files.writeString(each.file(), each.migrated().text());
        }
    }
}
