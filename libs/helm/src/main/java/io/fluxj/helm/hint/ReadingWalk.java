package io.fluxj.helm.hint;

import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows templates from where a chart begins, each once for each value that it is called with, and notes what they read. */
final class ReadingWalk {
    private static final int MOST_CALLS = 20_000;
    private static final int MOST_NESTED = 200;

    private final Map<String, Definition> definitions;
    private final Set<Call> calls = new HashSet<>();
    private final Set<List<String>> paths = new HashSet<>();
    private final Set<List<String>> wholes = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private int nested;

    ReadingWalk(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    private record Call(String template, Seen dot, List<String> chart) {}

    void start(ValueReads.Place place) {
        call(place.template(), new Seen.Root(place.chart()), place.chart());
    }

    boolean isComplete() {
        return calls.size() < MOST_CALLS;
    }

    ValueReads reads() {
        return new ValueReads(paths, wholes, words);
    }

    void call(String template, Seen dot, List<String> chart) {
        Definition definition = definitions.get(template);
        if (definition == null || !isComplete() || nested > MOST_NESTED || !calls.add(new Call(template, dot, chart))) {
            return;
        }
        nested++;
        Map<String, Seen> variables = new HashMap<>(Map.of("$", dot));
        body(definition.body(), new Scope(dot, chart, variables));
        nested--;
    }

    /**
     * Where a statement stands.
     *
     * @param chart whose values the text {@code .Values} names where it is not known what it is a field of
     * @param variables by their names, which begin with a dollar sign
     */
    record Scope(Seen dot, List<String> chart, Map<String, Seen> variables) {
        Scope at(Seen other) {
            return new Scope(other, chart, variables);
        }

        Seen variable(String name) {
            return variables.getOrDefault(name, Seen.OTHER);
        }
    }

    private void body(Node.@Nullable ListNode body, Scope scope) {
        if (body != null) {
            body.statements().forEach(statement -> statement(statement, scope));
        }
    }

    private void statement(Node.Statement statement, Scope scope) {
        switch (statement) {
            case Node.Action action -> {
                Seen printed = pipe(action.pipe(), scope);
                if (action.pipe().variables().isEmpty()) {
                    whole(printed);
                }
            }
            case Node.If choice -> {
                pipe(choice.pipe(), scope);
                body(choice.body(), scope);
                body(choice.otherwise(), scope);
            }
            case Node.With with -> {
                body(with.body(), scope.at(pipe(with.pipe(), scope)));
                body(with.otherwise(), scope);
            }
            case Node.Range range -> {
                whole(pipe(range.pipe(), scope));
                range.pipe().variables().forEach(each -> scope.variables().put(each.name(), Seen.OTHER));
                body(range.body(), scope.at(Seen.OTHER));
                body(range.otherwise(), scope);
            }
            case Node.Template template ->
                call(
                        template.name(),
                        template.pipe() == null ? Seen.OTHER : pipe(template.pipe(), scope),
                        scope.chart());
            case Node.Text _, Node.Break _, Node.Continue _ -> {}
        }
    }

    private Seen pipe(Node.Pipe pipe, Scope scope) {
        Seen value = new ReadingCommands(this, scope).of(pipe.commands());
        pipe.variables().forEach(variable -> scope.variables().put(variable.name(), value));
        return value;
    }

    Seen nested(Node.Pipe pipe, Scope scope) {
        return pipe(pipe, scope);
    }

    /** What is reached by these names, which are noted. */
    Seen follow(Seen from, List<String> names, Scope scope) {
        words.addAll(names);
        Seen reached =
                switch (from) {
                    case Seen.Root(List<String> chart) -> ofRoot(chart, names);
                    case Seen.Value(List<String> path) -> Seen.below(path, names);
                    case Seen.Other _ -> ofAnything(scope.chart(), names);
                };
        if (reached instanceof Seen.Value(List<String> path)) {
            paths.add(path);
        }
        return reached;
    }

    private static Seen ofRoot(List<String> chart, List<String> names) {
        if (names.isEmpty()) {
            return new Seen.Root(chart);
        }
        if (names.getFirst().equals("Values")) {
            return Seen.below(chart, names.subList(1, names.size()));
        }
        boolean inner = names.getFirst().equals("Subcharts") && names.size() > 1;
        return inner
                ? ofRoot(Seen.below(chart, names.subList(1, 2)).path(), names.subList(2, names.size()))
                : Seen.OTHER;
    }

    /** Who hands the root on in a table calls it as he likes, but its fields keep their names. */
    private static Seen ofAnything(List<String> chart, List<String> names) {
        int values = names.indexOf("Values");
        return values < 0 ? Seen.OTHER : Seen.below(chart, names.subList(values + 1, names.size()));
    }

    void whole(Seen used) {
        if (used instanceof Seen.Value(List<String> path)) {
            wholes.add(path);
        }
    }

    /** A text may be a name, or hold names. */
    void text(String text) {
        words.add(text);
        words.addAll(List.of(text.split("[^\\p{L}\\p{N}_-]+", -1)));
    }
}
