package io.fluxj.suite;

import io.fluxj.runtime.start.ControllerProgram;
import java.io.IOException;
import java.util.Arrays;

/**
 * {@code fluxj run}: any set of the controllers in one process. They share a client, the metrics and the endpoints, and an artifact goes from one to the
 * other without a server between them. Each holds the lease that it would hold in a process of its own, so that one process and many can take each other's place.
 */
public final class Suite {
    private static final int WRONG_ARGUMENTS = 2;

    private Suite() {}

    /** Runs them until it is told to stop. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")
                || Arrays.asList(arguments).contains("-h")) {
            System.out.print(usage());
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            SuiteArguments parsed = SuiteArguments.of(arguments);
            parsed.makeFolders();
            return ControllerProgram.run(
                    "controllers", parsed.members(), parsed.flags().toArray(String[]::new));
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println("fluxj run: " + wrong.getMessage());
            return WRONG_ARGUMENTS;
        }
    }

    private static String usage() {
        return """
            fluxj run [--controllers=source,kustomize,...] [--storage-path=DIR] [flags]
              --controllers   which of %s; all but source-watcher by default
              --storage-path  folder of what they keep; /data by default
            Every flag of a controller goes to all that have it, or with its name before it to that one:
              --concurrent=8  --kustomize-controller.concurrent=20
            Events of the others go to the notification-controller of this process, if it is there.
            """.formatted(Component.names());
    }
}
