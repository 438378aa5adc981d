package io.fluxj.git.sign;

/** A key cannot sign. The message says why, and holds nothing of the key. */
public final class SigningException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    SigningException(String message) {
        super(message);
        this.message = message;
    }

    SigningException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }
}
