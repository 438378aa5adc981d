package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Objects of a kind that has no status: what is written there goes nowhere. */
record WithoutStatus<R>(ObjectStore<R> store) implements ObjectStore<R> {
    @Override
    public R patchStatus(R object, ObjectNode patch) {
        return object;
    }

    @Override
    public R patch(R object, ObjectNode patch) {
        return store.patch(object, patch);
    }

    @Override
    public Optional<R> read(R object) {
        return store.read(object);
    }
}
