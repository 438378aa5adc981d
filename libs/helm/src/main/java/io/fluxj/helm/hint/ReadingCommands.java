package io.fluxj.helm.hint;

import io.fluxj.gotemplate.parse.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the commands of pipelines stand for. */
record ReadingCommands(ReadingWalk walk, ReadingWalk.Scope scope) {
    /** They look whether something is there, not what is in it. */
    private static final Set<String> TESTS = Set.of("and", "not", "empty", "eq", "ne", "hasKey", "kindIs", "typeIs");

    /** They take one value out of another. */
    private static final Set<String> STEPS = Set.of("index", "get");

    Seen of(List<Node.Command> commands) {
        Optional<Seen> before = Optional.empty();
        for (Node.Command command : commands) {
            before = Optional.of(of(command, before));
        }
        return before.orElse(Seen.OTHER);
    }

    private Seen of(Node.Command command, Optional<Seen> piped) {
        Node.Operand first = command.words().getFirst();
        List<Node.Operand> given = command.words().subList(1, command.words().size());
        List<Seen> arguments = new ArrayList<>(given.stream().map(this::of).toList());
        piped.ifPresent(arguments::add);
        if (!(first instanceof Node.Identifier function)) {
            arguments.forEach(walk::whole);
            return of(first);
        }
        return switch (function.name()) {
            case "include" -> included(given, arguments);
            case String name when STEPS.contains(name) -> step(given, arguments);
            case String name when TESTS.contains(name) -> Seen.OTHER;
            default -> {
                arguments.forEach(walk::whole);
                yield Seen.OTHER;
            }
        };
    }

    private Seen included(List<Node.Operand> given, List<Seen> arguments) {
        if (!given.isEmpty() && given.getFirst() instanceof Node.Str template && arguments.size() > 1) {
            walk.call(template.value(), arguments.get(1), scope.chart());
        } else {
            arguments.forEach(walk::whole);
        }
        return Seen.OTHER;
    }

    /** By names that are written down; any other reads all. */
    private Seen step(List<Node.Operand> given, List<Seen> arguments) {
        List<String> names = new ArrayList<>();
        for (Node.Operand name : given.subList(Math.min(1, given.size()), given.size())) {
            if (!(name instanceof Node.Str text)) {
                arguments.forEach(walk::whole);
                return Seen.OTHER;
            }
            names.add(text.value());
        }
        boolean whole = names.isEmpty() || arguments.size() > given.size();
        arguments.stream().filter(_ -> whole).forEach(walk::whole);
        return whole ? Seen.OTHER : walk.follow(arguments.getFirst(), names, scope);
    }

    private Seen of(Node.Operand operand) {
        return switch (operand) {
            case Node.Field field -> walk.follow(scope.dot(), field.fields(), scope);
            case Node.Variable variable -> walk.follow(scope.variable(variable.name()), variable.fields(), scope);
            case Node.Chain chain -> walk.follow(of(chain.operand()), chain.fields(), scope);
            case Node.Pipe pipe -> walk.nested(pipe, scope);
            case Node.Dot _ -> scope.dot();
            case Node.Identifier identifier ->
                of(new Node.Command(identifier.position(), List.of(identifier)), Optional.empty());
            case Node.Str text -> {
                walk.text(text.value());
                yield Seen.OTHER;
            }
            case Node.Nil _, Node.Bool _, Node.Numeral _ -> Seen.OTHER;
        };
    }
}
