package io.fluxj.runtime.scripted;

import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.start.ControllerProgram;
import java.time.Duration;

/** A source-controller that is always content, as a program. */
public final class ScriptedMain {
    private ScriptedMain() {}

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(
                ScriptedController.ofGitRepositories(Scripts.gitRepositories(pass -> {
                    pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
                    return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
                })),
                arguments));
    }
}
