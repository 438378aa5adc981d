package io.fluxj.cli.completion;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command line up to the word that is being typed.
 *
 * @param command the innermost command that was named
 * @param positionals the words after it that are no flags
 * @param lost whether a word before the last means nothing here
 * @param before the word before the last; empty when there is none
 * @param last what of the last word is typed
 */
record TypedLine(CommandSpec command, List<String> positionals, boolean lost, String before, String last) {

    /** Reads the words; what is wrong or missing in them is no matter here, for the line is not complete. */
    static TypedLine of(CommandLine line, List<String> words) {
        List<String> complete = words.subList(0, words.size() - 1);
        collectErrors(line);
        ParseResult read = line.parseArgs(complete.toArray(String[]::new));
        while (read.hasSubcommand()) {
            read = read.subcommand();
        }
        List<String> positionals = read.matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .distinct()
                .toList();
        return new TypedLine(
                read.commandSpec(),
                positionals,
                !read.unmatched().isEmpty(),
                complete.isEmpty() ? "" : complete.getLast(),
                words.getLast().equals("\"\"") ? "" : words.getLast());
    }

    private static void collectErrors(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(TypedLine::collectErrors);
    }

    /** The flag whose value the last word is: {@code --flag VALUE}. */
    List<OptionSpec> awaiting() {
        OptionSpec option = command.findOption(before);
        boolean awaits =
                before.startsWith("-") && option != null && !option.typeInfo().isBoolean() && !option.usageHelp();
        return awaits ? List.of(option) : List.of();
    }
}
