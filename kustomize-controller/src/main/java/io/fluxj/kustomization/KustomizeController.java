package io.fluxj.kustomization;

import io.fluxj.runtime.start.ControllerProgram;

/** The kustomize controller as a program. */
public final class KustomizeController {

    private KustomizeController() {}

    /** Runs until it is told to stop. */
    public static void main(String... arguments) {
        System.exit(ControllerProgram.run(new KustomizeControllerDefinition(), arguments));
    }
}
