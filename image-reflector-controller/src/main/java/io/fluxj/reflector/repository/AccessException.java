package io.fluxj.reflector.repository;

/** What an ImageRepository says of its registry cannot be used, or what it names cannot be read. The message holds no secret. */
public final class AccessException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    AccessException(String message) {
        super(message);
        this.message = message;
    }

    AccessException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }
}
