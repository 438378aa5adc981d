package io.fluxj.runtime.secret;

/** A Secret is not there or does not hold what is wanted. The message is Flux's own and holds no value of the Secret. */
public final class SecretException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure without a deeper cause. */
    public SecretException(String message) {
        super(message);
    }

    /** A failure with the exception that shows where it came from. */
    public SecretException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message, which is never missing. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
