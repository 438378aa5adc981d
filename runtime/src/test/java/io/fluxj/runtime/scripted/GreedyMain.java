package io.fluxj.runtime.scripted;

import io.fluxj.runtime.start.ControllerProgram;

/** A source-controller that finds the heap full, as a program. */
public final class GreedyMain {
    private GreedyMain() {}

    /** Runs it until it ends by itself. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(
                ScriptedController.ofGitRepositories(Scripts.gitRepositories(pass -> {
                    throw new OutOfMemoryError("Java heap space");
                })),
                arguments));
    }
}
