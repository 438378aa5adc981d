package io.fluxj.helm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code helm}: the commands below it. */
@Command(
        name = "helm",
        description = "Renders Helm charts, without a cluster and without the network.",
        mixinStandardHelpOptions = true)
public final class HelmCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(Streams.ofProcess(), arguments));
    }

    /** Runs the command line and returns its exit code. */
    public static int run(Streams streams, String... arguments) {
        return new CommandLine(new HelmCommand())
                .addSubcommand(new TemplateCommand(streams))
                .addSubcommand(new TemplateManyCommand(streams))
                .addSubcommand(new ShowCommand(streams))
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setParameterExceptionHandler((failure, all) -> failed(streams, failure))
                .setExecutionExceptionHandler((failure, line, result) -> failed(streams, failure))
                .execute(arguments);
    }

    /** Whatever goes wrong ends with code 1, as with Helm. */
    private static int failed(Streams streams, Exception failure) {
        streams.complain("Error: " + FailureText.of(failure));
        return 1;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: template, template-many or show");
    }
}
