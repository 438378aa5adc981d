package io.fluxj.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the log of the controllers goes; has to be said before anything logs. */
final class SandboxLog {

    private SandboxLog() {}

    /**
     * Names the file.
     *
     * @param home the sandbox's folder
     * @return the log file
     */
    static Path writeTo(Path home) throws IOException {
        var file = Files.createDirectories(home).resolve("controllers.log");
        System.setProperty("fluxj.sandbox.log", file.toString());
        return file;
    }
}
