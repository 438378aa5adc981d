package io.fluxj.runtime.start;

import io.fluxj.runtime.options.ControllerOptions;

/** A controller as {@link ControllerProgram} starts it. */
public interface ControllerDefinition<O extends ControllerOptions> {
    /** For example {@code source-controller}: names the lease, the reporter of events, the logs. */
    String name();

    /** Options with nothing parsed yet; a new value each time. */
    O newOptions();

    /**
     * Builds the parts; called once per start, before leading. Opens no watch.
     *
     * @throws Exception why the controller cannot start
     */
    ControllerParts build(ControllerEnvironment environment, O options) throws Exception;
}
