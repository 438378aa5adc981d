package io.fluxj.oci.signature;

/** Nobody that is trusted vouches for an artifact. */
public final class UnverifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure without a deeper cause. */
    public UnverifiedException(String message) {
        super(message);
    }

    /** A failure with what led to it. */
    public UnverifiedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why not; never missing. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
