package io.fluxj.cli.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Where a command has a flag of its own that is called as a global one, its own counts: {@code --token} is a Receiver's in {@code trigger receiver}. */
final class GlobalNames {
    private GlobalNames() {}

    /** Leaves the global flags out of the help of commands: that of the program shows them. */
    static void hide(CommandSpec root) {
        for (OptionSpec option : List.copyOf(root.options())) {
            if (!option.usageHelp()) {
                root.remove(option);
                root.addOption(OptionSpec.builder(option).hidden(true).build());
            }
        }
    }

    /** Takes from the program the flags that a command below has itself, and gives them to its other commands one by one. */
    static void free(CommandSpec root, CommandSpec command) {
        for (OptionSpec global : List.copyOf(root.options())) {
            Set<String> names = Set.copyOf(Arrays.asList(global.names()));
            if (tree(command).anyMatch(spec -> has(spec, names))) {
                root.remove(global);
                tree(command)
                        .filter(spec -> !has(spec, names))
                        .forEach(spec -> spec.addOption(OptionSpec.builder(global)
                                .scopeType(ScopeType.LOCAL)
                                .build()));
            }
        }
    }

    private static boolean has(CommandSpec spec, Set<String> names) {
        return spec.optionsMap().keySet().stream().anyMatch(names::contains);
    }

    private static Stream<CommandSpec> tree(CommandSpec spec) {
        return Stream.concat(
                Stream.of(spec),
                spec.subcommands().values().stream()
                        .distinct()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(GlobalNames::tree));
    }
}
