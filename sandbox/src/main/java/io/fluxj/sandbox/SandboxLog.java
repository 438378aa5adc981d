package io.fluxj.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where the log of the controllers goes; has to be said before anything logs. */
final class SandboxLog {

    private SandboxLog() {}

    /**
     * Names the file.
     *
     * @param home the sandbox's folder
     * @return the log file
     * @throws IOException if nothing can be written there
     */
    static Path writeTo(Path home) throws IOException {
        var file = Files.createDirectories(home).resolve("controllers.log");
        try (var out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(Instant.now() + " the sandbox starts" + System.lineSeparator());
        }
        System.setProperty("fluxj.sandbox.log", file.toString());
        return file;
    }
}
