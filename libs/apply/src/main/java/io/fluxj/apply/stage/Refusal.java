package io.fluxj.apply.stage;

import io.fluxj.apply.CancelSignal;

/** Carries a failure out of the work on one candidate; the set's exception adds what was applied. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApplyFailure failure;

    Refusal(ApplyFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Nothing was refused: someone has no more use for what is going on. */
    static Refusal cancelled(CancelSignal signal) {
        return new Refusal(new ApplyFailure.Cancelled(signal.reason().orElse("")));
    }

    ApplyFailure failure() {
        return failure;
    }
}
