package io.fluxj.apply.prune;

import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import java.util.List;

/**
 * What a prune did.
 *
 * @param changes objects deleted and skipped, in the order in which they were handled
 * @param survivors objects that could not be deleted, in apply order: they belong back into the inventory
 * @param errors why, one text for each survivor, in the order in which they were handled
 */
public record PruneResult(ChangeSet changes, List<ObjectRef> survivors, List<String> errors) {

    public PruneResult {
        survivors = List.copyOf(survivors);
        errors = List.copyOf(errors);
    }

    /** Whether every object was deleted or skipped. */
    public boolean complete() {
        return survivors.isEmpty();
    }

    /** All errors in one text; empty when there is none. */
    public String error() {
        return errors.isEmpty() ? "" : "delete failed, errors: " + String.join(";", errors) + ";";
    }
}
