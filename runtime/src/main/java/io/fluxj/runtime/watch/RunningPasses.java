package io.fluxj.runtime.watch;

import io.javaoperatorsdk.operator.processing.event.ResourceID;

/** Passes that may be at work. */
@FunctionalInterface
public interface RunningPasses {

    /**
     * Ends the pass over {@code object} early, if there is one.
     *
     * @param trigger what came, {@code Kind/namespace/name}
     */
    void supersede(ResourceID object, String trigger);
}
