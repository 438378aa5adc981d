package io.fluxj.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why a file could not be used, in one line for the user. */
final class FileProblem {

    private static final String HINT = "; --dir names the folder that the sandbox writes to";

    private FileProblem() {}

    static String told(Exception problem) {
        Throwable cause =
                problem instanceof UncheckedIOException && problem.getCause() != null ? problem.getCause() : problem;
        return switch (cause) {
            case AccessDeniedException denied -> denied.getFile() + " cannot be written: permission denied" + HINT;
            case FileAlreadyExistsException file -> file.getFile() + " is a file, not a folder" + HINT;
            case NotDirectoryException file -> file.getFile() + " is a file, not a folder" + HINT;
            case FileSystemException failed ->
                failed.getFile() + " cannot be used: "
                        + Optional.ofNullable(failed.getReason())
                                .orElse(failed.getClass().getSimpleName()) + HINT;
            case IOException failed -> oneLine(failed);
            default -> oneLine(problem);
        };
    }

    private static String oneLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
