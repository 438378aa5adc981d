package io.fluxj.git;

/** Why a remote could not be used. The message says what failed, where, and why; it holds no secret. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final String message;

    /** Kinds of failure. */
    public enum Problem {
        /** There is no such repository, or not for these credentials. */
        REPOSITORY_NOT_FOUND,
        /** Credentials are missing, wrong or not allowed to read. */
        AUTHENTICATION,
        /** The private key cannot be read. */
        IDENTITY,
        /** The SSH server's key is unknown, or another than the known one. */
        HOST_KEY,
        /** The TLS certificate is not trusted. */
        CERTIFICATE,
        /** The repository has no such branch, tag, reference or commit. */
        REFERENCE_NOT_FOUND,
        /** The repository has no commit at all. */
        EMPTY_REPOSITORY,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The operation took longer than its timeout. */
        TIMEOUT,
        /** The repository uses something that is not supported. */
        UNSUPPORTED,
        /** The repository exceeds a limit or holds unsafe paths. */
        REFUSED,
        /** The server did not take what was pushed. */
        REJECTED,
        /** Anything else that the server or the network did. */
        PROTOCOL
    }

    /** A failure without a deeper cause. */
    public GitException(Problem problem, String message) {
        super(message);
        this.problem = problem;
        this.message = message;
    }

    /** A failure with the exception that shows where it came from. */
    public GitException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.message = message;
    }

    /** What failed, where, and why. */
    public String message() {
        return message;
    }

    /** Kind of failure. */
    public Problem problem() {
        return problem;
    }
}
