package io.fluxj.oci;

/** A registry did not give what was asked of it. The message says what was asked of which address, and holds no credentials. */
public final class RegistryException extends Exception {
    /** Kinds of failures. */
    public enum Problem {
        /** There is no such repository, tag, manifest or blob. */
        NOT_FOUND,
        /** Credentials are missing, wrong or not allowed to read. */
        AUTHENTICATION,
        /** The TLS certificate is not trusted. */
        CERTIFICATE,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** It took longer than it may. */
        TIMEOUT,
        /** The bytes are not those that were promised. */
        DIGEST,
        /** More than the limits allow. */
        TOO_LARGE,
        /** What came is not what the protocol says. */
        MALFORMED,
        /** Any other refusal. */
        REFUSED
    }

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String message;

    /** A failure without a deeper cause. */
    public RegistryException(Problem problem, String message) {
        super(message);
        this.problem = problem;
        this.message = message;
    }

    /** A failure with the exception that shows where it came from. */
    public RegistryException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.message = message;
    }

    /** Kind of failure. */
    public Problem problem() {
        return problem;
    }

    /** What failed, where, and why. */
    public String message() {
        return message;
    }
}
