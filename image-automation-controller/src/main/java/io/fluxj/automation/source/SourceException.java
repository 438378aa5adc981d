package io.fluxj.automation.source;

/** The repository that an automation names cannot be worked on. The message is Flux's and holds no secret. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    SourceException(String message) {
        super(message);
        this.message = message;
    }

    SourceException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }
}
