package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Node;
import io.fluxj.gotemplate.parse.Node.Operand;
import io.fluxj.gotemplate.parse.Node.Pipe;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.NoValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates pipelines in one template. */
final class Evaluator {
    private final Frame frame;
    private final Calls calls;
    private final Fields fields;

    Evaluator(Frame frame) {
        this.frame = frame;
        this.calls = new Calls(frame, this);
        this.fields = new Fields(frame, calls);
    }

    /** What a command gets from the command before it. */
    record Last(boolean present, @Nullable Object value) {
        static final Last NONE = new Last(false, null);
    }

    @Nullable
    Object optionalPipeline(@Nullable Object dot, @Nullable Pipe pipe) {
        return pipe == null ? NoValue.NO_VALUE : pipeline(dot, pipe);
    }

    @Nullable
    Object pipeline(@Nullable Object dot, Pipe pipe) {
        frame.at(pipe);
        Last last = Last.NONE;
        Object value = NoValue.NO_VALUE;
        for (Node.Command command : pipe.commands()) {
            value = Boxed.open(command(dot, command, last));
            value = value == null ? NoValue.NO_VALUE : value;
            last = new Last(true, value);
        }
        for (Node.Variable variable : pipe.variables()) {
            if (pipe.assigns()) {
                frame.set(variable.name(), value);
            } else {
                frame.push(variable.name(), value);
            }
        }
        return value;
    }

    private @Nullable Object command(@Nullable Object dot, Node.Command command, Last last) {
        frame.scope().spend(1);
        List<Operand> words = command.words();
        Operand first = words.getFirst();
        return switch (first) {
            case Node.Field field -> field(dot, field, words, last);
            case Node.Chain chain -> chain(dot, chain, words, last);
            case Node.Identifier identifier -> function(dot, identifier, command, words, last);
            case Node.Variable variable -> variable(dot, variable, words, last);
            case Pipe pipe -> {
                requireNoArguments(words, last);
                yield pipeline(dot, pipe);
            }
            case Node.Literal literal -> {
                frame.at(literal);
                requireNoArguments(words, last);
                yield literal(dot, literal);
            }
        };
    }

    private void requireNoArguments(List<Operand> words, Last last) {
        if (words.size() > 1 || last.present()) {
            Operand first = words.getFirst();
            throw frame.failure("can't give argument to non-function " + first);
        }
    }

    private @Nullable Object literal(@Nullable Object dot, Node.Literal literal) {
        return switch (literal) {
            case Node.Bool bool -> bool.value();
            case Node.Dot d -> dot;
            case Node.Nil nil -> throw frame.failure("nil is not a command");
            case Node.Numeral number -> constant(number);
            case Node.Str text -> text.value();
        };
    }

    /** A number where nothing says which type it should have. */
    Object constant(Node.Numeral number) {
        frame.at(number);
        if (number.complex() != null) {
            return number.complex();
        }
        String text = number.text();
        boolean integral =
                text.startsWith("'") || isHexInteger(text) || text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0);
        if (number.floating() != null && !integral) {
            return number.floating();
        }
        if (number.signed() == null) {
            throw frame.failure(text + " overflows int");
        }
        return GoInt.of(number.signed());
    }

    private static boolean isHexInteger(String text) {
        boolean hex = text.length() > 2 && text.charAt(0) == '0' && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
        return hex && text.indexOf('p') < 0 && text.indexOf('P') < 0;
    }

    @Nullable
    Object field(@Nullable Object dot, Node.Field field, List<Operand> words, Last last) {
        frame.at(field);
        return fields.follow(new Fields.Access(dot, field, words, last), dot, field.fields());
    }

    @Nullable
    Object chain(@Nullable Object dot, Node.Chain chain, List<Operand> words, Last last) {
        frame.at(chain);
        if (chain.operand() instanceof Node.Nil) {
            throw frame.failure("indirection through explicit nil in " + chain);
        }
        Object start = calls.untyped(dot, chain.operand());
        return fields.follow(new Fields.Access(dot, chain, words, last), start, chain.fields());
    }

    @Nullable
    Object variable(@Nullable Object dot, Node.Variable variable, List<Operand> words, Last last) {
        frame.at(variable);
        Object value = frame.get(variable.name());
        if (variable.fields().isEmpty()) {
            if (words.size() > 1 || last.present()) {
                throw frame.failure("can't give argument to non-function " + variable);
            }
            return value;
        }
        return fields.follow(new Fields.Access(dot, variable, words, last), value, variable.fields());
    }

    /** @param node the command, or the name alone where it stands as an argument */
    @Nullable
    Object function(@Nullable Object dot, Node.Identifier identifier, Node node, List<Operand> words, Last last) {
        frame.at(identifier);
        String name = identifier.name();
        Optional<GoFunction> own = frame.scope().set().functions().find(name);
        GoFunction function = own.orElse(Builtins.BY_NAME.get(name));
        if (function == null) {
            throw frame.failure(Quoting.quoted(name) + " is not a defined function");
        }
        Calls.Call call = new Calls.Call(name, function, node, words, last);
        return own.isEmpty() ? calls.builtin(dot, call) : calls.call(dot, call);
    }
}
