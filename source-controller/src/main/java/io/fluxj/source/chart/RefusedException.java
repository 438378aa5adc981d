package io.fluxj.source.chart;

/** A repository did not let us in, or cannot be trusted. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BuildFailure failure;

    RefusedException(BuildFailure failure) {
        super(failure);
        this.failure = failure;
    }

    /** What it came to. */
    BuildFailure failure() {
        return failure;
    }
}
