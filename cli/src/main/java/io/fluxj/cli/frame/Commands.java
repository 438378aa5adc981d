package io.fluxj.cli.frame;

import io.fluxj.runtime.options.GoDurationConverter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** How commands are made of annotated objects, and how their flags are read: as Go programs read theirs. */
public final class Commands {
    private static final int WIDTH = 100;

    private Commands() {}

    /** The command that an annotated object describes. */
    public static CommandSpec of(Object annotated) {
        return CommandSpec.forAnnotatedObject(annotated);
    }

    /** A command that only shows which commands there are below it. */
    public static CommandSpec group(String name, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new Group());
        spec.name(name);
        spec.usageMessage().description(description);
        spec.usageMessage().footer("", "Flags of all commands: fluxj --help");
        return spec;
    }

    /** A verb over commands that are added to it. */
    public static CommandSpec group(String name, String description, List<CommandSpec> below) {
        CommandSpec group = group(name, description);
        below.forEach(command -> group.addSubcommand(command.name(), command));
        return group;
    }

    /**
     * The command line of a session: truth values as {@code --flag}, {@code --flag=false}; durations as {@code 1m30s}; of a flag given twice the last counts.
     *
     * @param root the program, without its commands
     * @param commands those below it, by name
     */
    public static CommandLine line(CommandSpec root, Map<String, CommandSpec> commands, Session session) {
        root.addMixin("global", of(session.flags()));
        adapt(root);
        root.usageMessage().footer("", "A simulated cluster with everything in it: fluxj sandbox");
        if (commands.size() == 1) {
            GlobalNames.hide(root);
        }
        commands.forEach((name, command) -> {
            adapt(command);
            GlobalNames.free(root, command);
            root.addSubcommand(name, command);
        });
        Terminal terminal = session.terminal();
        return new CommandLine(root)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .registerConverter(Duration.class, new GoDurationConverter())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((failure, arguments) -> Failures.ofUsage(terminal, failure))
                .setExecutionExceptionHandler((failure, line, result) -> Failures.ofRun(session, failure));
    }

    private static void adapt(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (option.typeInfo().isBoolean() && !option.usageHelp() && !option.versionHelp()) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option)
                        .arity("0..1")
                        .fallbackValue("true")
                        .paramLabel("true|false")
                        .build());
            }
        }
        spec.usageMessage().abbreviateSynopsis(true).width(WIDTH);
        spec.subcommands().values().stream().distinct().forEach(below -> adapt(below.getCommandSpec()));
    }

    @CommandLine.Command
    private static final class Group implements Runnable {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
