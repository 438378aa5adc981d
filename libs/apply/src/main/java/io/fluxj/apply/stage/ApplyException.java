package io.fluxj.apply.stage;

import io.fluxj.apply.ChangeSet;

/** A set was not applied, or not wholly. */
public final class ApplyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApplyFailure failure;
    private final transient ChangeSet applied;

    ApplyException(ApplyFailure failure, ChangeSet applied) {
        super(failure.message());
        this.failure = failure;
        this.applied = applied;
    }

    /** Why. */
    public ApplyFailure failure() {
        return failure;
    }

    /** What had been done until then. */
    public ChangeSet applied() {
        return applied;
    }
}
