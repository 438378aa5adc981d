package io.fluxj.apply.stage;

/** Carries a failure out of the work on one candidate; the set's exception adds what was applied. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApplyFailure failure;

    Refusal(ApplyFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    ApplyFailure failure() {
        return failure;
    }
}
