package io.fluxj.git.verify;

/** A signature is missing, broken or nobody's who is trusted; the message says which, in Flux's words. */
public final class UnverifiedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;

    UnverifiedException(String message) {
        super(message);
        this.message = message;
    }

    /** With what led to it. */
    public UnverifiedException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }
}
