package io.fluxj.audit.cli;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: the commands below it. */
@Command(
        name = "audit",
        description = "Looks at journals that a Provider of type audit wrote.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyCommand.class)
public final class AuditCommand implements Runnable {
    private static final int UNUSABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command line and returns its exit code: 0 intact, 1 broken, 2 for what cannot be read. */
    public static int run(String... arguments) {
        return new CommandLine(new AuditCommand())
                .setParameterExceptionHandler((failure, all) -> failed(failure))
                .setExecutionExceptionHandler((failure, line, result) -> failed(failure))
                .execute(arguments);
    }

    private static int failed(Exception failure) {
        String what = failure instanceof NoSuchFileException ? "no such file or directory: " : "";
        System.err.println("Error: " + what + failure.getMessage());
        return UNUSABLE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: verify");
    }
}
