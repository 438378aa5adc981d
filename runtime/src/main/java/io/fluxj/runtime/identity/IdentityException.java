package io.fluxj.runtime.identity;

/** No token is to be had; the message says why and holds no secret. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;

    /** A failure without a deeper cause. */
    public IdentityException(String message) {
        super(message);
        this.message = message;
    }

    /** A failure with what led to it. */
    public IdentityException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** Why. */
    public String message() {
        return message;
    }
}
