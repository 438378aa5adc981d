package io.fluxj.apply.stage;

import io.fluxj.apply.CancelSignal;

/** Carries a failure out of the work on one candidate; the set's exception adds what was applied. */
final class FailedCandidate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApplyFailure failure;

    FailedCandidate(ApplyFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Nothing was refused: someone has no more use for what is going on. */
    static FailedCandidate cancelled(CancelSignal signal) {
        return new FailedCandidate(new ApplyFailure.Cancelled(signal.reason().orElse("")));
    }

    ApplyFailure failure() {
        return failure;
    }
}
