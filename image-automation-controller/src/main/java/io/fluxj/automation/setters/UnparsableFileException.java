package io.fluxj.automation.setters;

/** A file is no YAML that values can be set in. The message says where and why. */
public final class UnparsableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnparsableFileException(String message) {
        super(message);
    }

    UnparsableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
