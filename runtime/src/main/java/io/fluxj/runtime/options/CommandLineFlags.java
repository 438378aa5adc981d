package io.fluxj.runtime.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Parses a controller's arguments as Go programs do: {@code --flag=value}, {@code --flag value}, {@code --bool}, {@code --bool=false}, {@code -flag}. */
public final class CommandLineFlags {
    private CommandLineFlags() {}

    /**
     * Fills {@code options} from arguments and the environment.
     *
     * @param program the controller's name, for the messages
     * @throws CommandLine.ParameterException when a flag is unknown or its value cannot be read
     */
    public static CommandLine.ParseResult parse(String program, ControllerOptions options, String... arguments) {
        CommandLine line = commandOf(program, options);
        String[] given =
                Arrays.stream(arguments).map(CommandLineFlags::doubleDashed).toArray(String[]::new);
        CommandLine.ParseResult parsed = line.parseArgs(given);
        List<String> implied = options.shared().profile().flags(options);
        return implied.isEmpty()
                ? parsed
                : line.parseArgs(
                        Stream.concat(implied.stream(), Arrays.stream(given)).toArray(String[]::new));
    }

    /** The command whose flags fill {@code options}. */
    public static CommandLine commandOf(String program, ControllerOptions options) {
        CommandLine line = new CommandLine(options)
                .setCommandName(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .registerConverter(Boolean.class, new GoBooleanConverter())
                .registerConverter(Boolean.TYPE, new GoBooleanConverter());
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("--help", "-h")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        return line;
    }

    private static String doubleDashed(String argument) {
        boolean singleDashed =
                argument.length() > 2 && argument.charAt(0) == '-' && Character.isLetter(argument.charAt(1));
        return singleDashed ? "-" + argument : argument;
    }
}
