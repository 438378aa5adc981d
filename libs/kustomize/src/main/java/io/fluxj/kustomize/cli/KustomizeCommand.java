package io.fluxj.kustomize.cli;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kustomize}: the commands below it. */
@Command(
        name = "kustomize",
        description = "Builds kustomizations, without running anything and without the network.",
        mixinStandardHelpOptions = true,
        subcommands = {BuildCommand.class, BuildManyCommand.class})
public final class KustomizeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command line and returns its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new KustomizeCommand())
                .setParameterExceptionHandler((failure, all) -> failed(failure))
                .setExecutionExceptionHandler((failure, line, result) -> failed(failure))
                .execute(arguments);
    }

    /** Whatever goes wrong ends with code 1, as with kustomize. */
    private static int failed(Exception failure) {
        String what = failure instanceof NoSuchFileException ? "no such file or directory: " : "";
        System.err.println("Error: " + what + failure.getMessage());
        return 1;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: build or build-many");
    }
}
