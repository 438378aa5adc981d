package io.fluxj.cli.secret;

import io.fluxj.cli.frame.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that flags name. */
public final class FileText {
    private static final long LARGEST = 4L << 20;

    private FileText() {}

    /** Its bytes. */
    public static byte[] bytes(String flag, String file) {
        Path path = Path.of(file);
        try {
            if (Files.size(path) > LARGEST) {
                throw new CommandFailure(flag + " " + file + " is too large");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new CommandFailure(flag + " " + file + " cannot be read: is it there?", unreadable);
        }
    }

    /** Its text. */
    public static String text(String flag, String file) {
        return new String(bytes(flag, file), StandardCharsets.UTF_8);
    }

    /** Empty where no file is named. */
    public static String textOrNothing(String flag, String file) {
        return file.isEmpty() ? "" : text(flag, file);
    }
}
