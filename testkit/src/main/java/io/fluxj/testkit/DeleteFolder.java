package io.fluxj.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes what a server of this kit wrote; what cannot be removed stays for the system's own cleaning. */
final class DeleteFolder {
    private DeleteFolder() {}

    static void quietly(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // Left to the system's cleaning of temporary files.
        }
    }
}
