package io.fluxj.reflector.golden;

import io.fluxj.golden.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Recordings were written by a program to which {@code 1e3} is a text; the reader of the tests takes it for a number. */
final class Recorded {
    private Recorded() {}

    /** A copy in which such texts are in quotes. */
    static GoldenFolder readable(GoldenFolder golden, Path work) throws IOException {
        Path copy = Files.createDirectories(work.resolve("recorded"));
        try (Stream<Path> files = Files.list(golden.shipped())) {
            for (Path file : files.map(Path::getFileName).toList()) {
                String text = Files.readString(golden.file(file.toString()));
                Files.writeString(copy.resolve(file), text.replaceAll("(?m)(- |: )([0-9]+e[0-9]+)$", "$1'$2'"));
            }
        }
        return new GoldenFolder(copy, copy);
    }
}
