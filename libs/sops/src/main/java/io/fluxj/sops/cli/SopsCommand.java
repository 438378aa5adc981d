package io.fluxj.sops.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sops}: the command below it. */
@Command(
        name = "sops",
        description = "Decrypts files that sops encrypted.",
        mixinStandardHelpOptions = true,
        subcommands = DecryptCommand.class)
public final class SopsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final PrintStream out;
    private final PrintStream err;

    private SopsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Runs the command line and returns its exit code, which is the one of sops. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        SopsCommand command = new SopsCommand(out, err);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((failure, all) -> command.wrongUse(failure))
                .execute(arguments);
    }

    private int wrongUse(ParameterException failure) {
        err.println("Error: " + failure.getMessage());
        return 1;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: decrypt");
    }
}
