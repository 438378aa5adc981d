package io.fluxj.cli.completion;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion} with one command for each shell. */
public final class CompletionFamily {
    private CompletionFamily() {}

    /** For one call. */
    public static CommandSpec of(Session session) {
        return Commands.group(
                "completion",
                "Print the script by which a shell completes commands, flags and names of objects.",
                Arrays.stream(Shell.values())
                        .map(shell -> command(session, shell))
                        .toList());
    }

    private static CommandSpec command(Session session, Shell shell) {
        CommandSpec spec = Commands.of(new ScriptCommand(session, shell));
        spec.name(shell.command());
        spec.usageMessage().footer(shell.use());
        return spec;
    }

    /** Prints one script. */
    @Command(description = "Print the script for this shell.")
    private record ScriptCommand(Session session, Shell shell) implements Callable<Integer> {
        @Override
        public Integer call() {
            session.terminal().out().print(shell.script());
            return 0;
        }
    }
}
