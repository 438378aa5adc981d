package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** {@code metadata.generation}, which counts the versions of a spec. */
final class Generation {
    private Generation() {}

    static long of(HasMetadata object) {
        Long generation = object.getMetadata().getGeneration();
        return generation == null ? 0 : generation;
    }
}
