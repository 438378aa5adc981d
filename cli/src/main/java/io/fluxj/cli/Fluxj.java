package io.fluxj.cli;

import io.fluxj.cli.completion.Completion;
import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fluxj}: the entry of the command line. */
public final class Fluxj {
    private Fluxj() {}

    /** Runs the command line of this process. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), System.getenv(), arguments));
    }

    /**
     * Runs one command line.
     *
     * @return what the process is to end with: 0, or 1 when anything failed; {@code diff} has 2 besides
     */
    public static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
        List<String> words = asked(arguments);
        if (words.equals(List.of("--version")) || words.equals(List.of("-v"))) {
            terminal.out().println("fluxj version " + Version.current());
            return 0;
        }
        Optional<Integer> other = Programs.run(words).or(() -> Plugins.run(words, environment));
        if (other.isPresent()) {
            return other.get();
        }
        Session session = Session.of(terminal, environment);
        try {
            if (!words.isEmpty() && words.getFirst().equals(Completion.WORD)) {
                List<String> typed = words.subList(1, words.size());
                return new Completion(session, commandLine(session, typed), Programs.NAMES).print(typed);
            }
            return commandLine(session, words).execute(words.toArray(String[]::new));
        } finally {
            session.cluster().close();
        }
    }

    /** {@code help get} is {@code get --help}. */
    private static List<String> asked(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || !words.getFirst().equals("help")) {
            return words;
        }
        return Stream.concat(words.stream().skip(1), Stream.of("--help")).toList();
    }

    /** The commands that the words of a command line may mean. */
    static CommandLine commandLine(Session session, List<String> words) {
        CommandSpec root = Commands.group(
                "fluxj", "Continuous delivery to Kubernetes: installs Flux, looks at it, acts on it, explains it.");
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        Families.needed(words)
                .forEach(family -> commands.put(family.name(), family.commands().apply(session)));
        return Commands.line(root, commands, session);
    }
}
