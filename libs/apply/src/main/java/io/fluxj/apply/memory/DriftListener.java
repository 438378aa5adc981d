package io.fluxj.apply.memory;

import io.fluxj.apply.Ownership;

/** Told when a watch shows that somebody else changed or deleted an applied object. */
@FunctionalInterface
public interface DriftListener {
    /** An object of this owner does not have all that was applied any more; never while the owner applies. Must not block. */
    void drifted(Ownership owner);

    /** Nobody wants to know. */
    static DriftListener none() {
        return owner -> {};
    }
}
