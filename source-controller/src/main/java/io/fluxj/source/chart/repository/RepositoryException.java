package io.fluxj.source.chart.repository;

import org.jspecify.annotations.Nullable;

/** A repository does not give a chart. The message says what, where and why, and holds no secret. */
public final class RepositoryException extends Exception {
    /** Kinds of failures. */
    public enum Problem {
        /** The index does not have what is asked for: another spec, or another index, helps. */
        REFERENCE,
        /** Anything that another try may mend. */
        PULL,
        /** The repository does not know us, or we do not trust it. */
        ACCESS,
        /** Nobody vouches for the chart. */
        VERIFICATION
    }

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    RepositoryException(Problem problem, String message) {
        this(problem, message, null);
    }

    RepositoryException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** Kind of failure. */
    public Problem problem() {
        return problem;
    }

    /** What is wrong, and where. */
    public String message() {
        return String.valueOf(getMessage());
    }

    RepositoryException within(String context) {
        return new RepositoryException(problem, context + ": " + getMessage(), this);
    }
}
