package io.fluxj.cli.completion;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code __complete WORDS}, which the scripts of the shells call: the candidates for the last word, a line each. Whatever goes wrong, such as a cluster that
 * cannot be reached, only leaves candidates out: nobody asked for anything yet.
 *
 * @param session of the call
 * @param line the commands that the words may mean
 * @param programs commands of the first level that are programs of their own
 */
public record Completion(Session session, CommandLine line, Set<String> programs) {
    /** The word by which the scripts ask. */
    public static final String WORD = "__complete";

    /** Prints the candidates. */
    public int print(List<String> words) {
        TypedLine typed = TypedLine.of(line, words.isEmpty() ? List.of("") : words);
        candidates(typed)
                .filter(candidate -> candidate.word().startsWith(typed.last()))
                .forEach(candidate -> session.terminal().out().println(candidate.line()));
        return 0;
    }

    private Stream<Candidate> candidates(TypedLine typed) {
        if (!typed.awaiting().isEmpty()) {
            return values(typed.awaiting().getFirst(), "");
        }
        if (typed.last().startsWith("-")) {
            return flags(typed);
        }
        if (typed.lost()) {
            return Stream.empty();
        }
        Stream<Candidate> below = below(typed.command());
        Stream<Candidate> names = quietly(() -> new ObjectNames(session).after(typed));
        Stream<Candidate> own =
                typed.command() == line.getCommandSpec() ? programs.stream().map(Candidate::of) : Stream.empty();
        return Stream.of(below, own, names).flatMap(each -> each);
    }

    private static Stream<Candidate> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .distinct()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(spec ->
                        new Candidate(spec.name(), firstLine(spec.usageMessage().description())));
    }

    private Stream<Candidate> flags(TypedLine typed) {
        int equal = typed.last().indexOf('=');
        if (equal > 0) {
            String flag = typed.last().substring(0, equal);
            OptionSpec option = typed.command().findOption(flag);
            return option == null ? Stream.empty() : values(option, flag + "=");
        }
        return typed.command().options().stream()
                .filter(option -> option.inherited() || !option.hidden())
                .map(option -> new Candidate(option.longestName(), firstLine(option.description())));
    }

    private Stream<Candidate> values(OptionSpec option, String before) {
        List<String> names = Arrays.asList(option.names());
        if (names.contains("--namespace") || names.contains("--flux-namespace")) {
            return quietly(() -> session.client().namespaces().list().getItems().stream()
                    .map(namespace ->
                            Candidate.of(before + namespace.getMetadata().getName())));
        }
        if (names.contains("--context")) {
            return quietly(() -> session.client().getConfiguration().getContexts().stream()
                    .map(context -> Candidate.of(before + context.getName())));
        }
        return option.typeInfo().isBoolean()
                ? Stream.of("true", "false").map(value -> Candidate.of(before + value))
                : Stream.empty();
    }

    private static Stream<Candidate> quietly(Supplier<Stream<Candidate>> found) {
        try {
            return found.get().toList().stream();
        } catch (KubernetesClientException | CommandFailure unknown) {
            return Stream.empty();
        }
    }

    private static String firstLine(String... description) {
        return description.length == 0 ? "" : description[0];
    }
}
