package io.fluxj.runtime.scripted;

import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.start.ControllerProgram;
import java.time.Duration;

/** A source-controller that writes status after status, as a program. */
public final class RestlessMain {
    private RestlessMain() {}

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(
                ScriptedController.ofGitRepositories(Scripts.gitRepositories(pass -> {
                    String before = pass.status().observedIgnore();
                    int count = before == null ? 0 : Integer.parseInt(before);
                    pass.update(status -> status.withObservedIgnore(String.valueOf(count + 1)));
                    pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
                    return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofMillis(1));
                })),
                arguments));
    }
}
