package io.fluxj.apply.stage;

import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import java.util.List;

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

    /** What may have been written besides, though no answer says so. */
    public List<ObjectRef> inDoubt() {
        return failure instanceof ApplyFailure.InDoubt(ObjectRef ref, String _) ? List.of(ref) : List.of();
    }
}
