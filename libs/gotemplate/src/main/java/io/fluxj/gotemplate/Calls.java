package io.fluxj.gotemplate;

import io.fluxj.gotemplate.Evaluator.Last;
import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.parse.Node;
import io.fluxj.gotemplate.parse.Node.Operand;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.NoValue;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls functions and methods: evaluates their arguments and checks their types. */
final class Calls {
    private final Frame frame;
    private final Evaluator evaluator;

    Calls(Frame frame, Evaluator evaluator) {
        this.frame = frame;
        this.evaluator = evaluator;
    }

    /**
     * A call as it is written.
     *
     * @param node where an error of the function is reported
     * @param words the function's name and its arguments; may be empty
     */
    record Call(String name, GoFunction function, Node node, List<Operand> words, Last last) {
        List<Operand> arguments() {
            return words.isEmpty() ? words : words.subList(1, words.size());
        }

        int count() {
            return arguments().size() + (last.present() ? 1 : 0);
        }
    }

    @Nullable
    Object builtin(@Nullable Object dot, Call call) {
        return switch (call.name()) {
            case "and", "or" -> shortCircuit(dot, call);
            case "call" -> callValue(dot, call);
            default -> call(dot, call);
        };
    }

    @Nullable
    Object call(@Nullable Object dot, Call call) {
        List<@Nullable Object> values = arguments(dot, call);
        return invoke(call, call.function(), values);
    }

    private @Nullable Object invoke(Call call, GoFunction function, List<@Nullable Object> values) {
        try {
            return function.call(frame.scope(), values);
        } catch (GoError e) {
            frame.at(call.node());
            throw frame.failure("error calling " + call.name() + ": " + e.getMessage(), e);
        }
    }

    private void checkCount(Call call) {
        Signature signature = call.function().signature();
        int wanted = signature.fixed();
        if (signature.variadic()) {
            if (call.count() < wanted) {
                throw frame.failure("wrong number of args for " + call.name() + ": want at least " + wanted + " got "
                        + call.arguments().size());
            }
        } else if (call.count() != wanted) {
            throw frame.failure(
                    "wrong number of args for " + call.name() + ": want " + wanted + " got " + call.count());
        }
    }

    private List<@Nullable Object> arguments(@Nullable Object dot, Call call) {
        checkCount(call);
        Signature signature = call.function().signature();
        List<@Nullable Object> values = new ArrayList<>(call.count());
        for (Operand argument : call.arguments()) {
            values.add(argument(dot, signature.parameter(values.size()), argument));
        }
        if (call.last().present()) {
            values.add(checked(call.last().value(), signature.parameter(values.size())));
        }
        return values;
    }

    private @Nullable Object shortCircuit(@Nullable Object dot, Call call) {
        checkCount(call);
        Object value = NoValue.NO_VALUE;
        for (Operand argument : call.arguments()) {
            value = argument(dot, GoType.VALUE, argument);
            if (Values.truth(value) == call.name().equals("or")) {
                return value;
            }
        }
        return call.last().present() ? call.last().value() : value;
    }

    /** The function {@code call}, whose errors name the function as it is written. */
    private @Nullable Object callValue(@Nullable Object dot, Call call) {
        List<@Nullable Object> values = arguments(dot, call);
        String callee = call.arguments().isEmpty()
                ? Format.text(frame.scope(), values.getFirst())
                : call.arguments().getFirst().toString();
        GoFunction function =
                GoFunction.of(call.function().signature(), (run, args) -> Builtins.call(run, callee, args));
        return invoke(call, function, values);
    }

    /** The value of an argument of which no type is asked. */
    @Nullable
    Object untyped(@Nullable Object dot, Operand operand) {
        frame.at(operand);
        return switch (operand) {
            case Node.Pipe pipe -> evaluator.pipeline(dot, pipe);
            case Node.Identifier identifier -> evaluator.function(dot, identifier, identifier, List.of(), Last.NONE);
            case Node.Field field -> evaluator.field(dot, field, List.of(), Last.NONE);
            case Node.Variable variable -> evaluator.variable(dot, variable, List.of(), Last.NONE);
            case Node.Chain chain -> evaluator.chain(dot, chain, List.of(), Last.NONE);
            case Node.Dot d -> dot;
            case Node.Bool bool -> bool.value();
            case Node.Str text -> text.value();
            case Node.Numeral number -> evaluator.constant(number);
            case Node.Nil nil -> null;
        };
    }

    private @Nullable Object argument(@Nullable Object dot, GoType type, Operand operand) {
        frame.at(operand);
        return switch (operand) {
            case Node.Nil nil -> {
                if (!type.kind().isNillable() && !type.equals(GoType.VALUE)) {
                    throw frame.failure("cannot assign nil to " + type);
                }
                yield type.equals(GoType.VALUE) ? NoValue.NO_VALUE : type.zero();
            }
            case Node.Bool bool -> literal(type, bool);
            case Node.Str text -> literal(type, text);
            case Node.Numeral number -> literal(type, number);
            case Operand other -> checked(untyped(dot, other), type);
        };
    }

    private @Nullable Object literal(GoType type, Node.Literal literal) {
        if (type.equals(GoType.VALUE) || type.equals(GoType.ANY)) {
            return untyped(null, literal);
        }
        Node.Numeral number = literal instanceof Node.Numeral n ? n : null;
        return switch (type.kind()) {
            case BOOL -> literal instanceof Node.Bool bool ? bool.value() : expected("bool", literal);
            case STRING -> literal instanceof Node.Str text ? text.value() : expected("string", literal);
            case FLOAT64, FLOAT32 -> {
                Double floating = number == null ? null : number.floating();
                Object value = floating == null ? expected("float", literal) : floating;
                yield type.kind() == Kind.FLOAT32 && value instanceof Double wide ? (Object) wide.floatValue() : value;
            }
            case INT, INT8, INT16, INT32, INT64 -> {
                Long signed = number == null ? null : number.signed();
                yield signed == null ? expected("integer", literal) : GoInt.of(type, signed);
            }
            case UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> {
                Long unsigned = number == null ? null : number.unsigned();
                yield unsigned == null ? expected("unsigned integer", literal) : GoInt.of(type, unsigned);
            }
            case COMPLEX128 ->
                number == null || number.complex() == null ? expected("complex", literal) : number.complex();
            case INVALID, ARRAY, FUNC, INTERFACE, MAP, PTR, SLICE, STRUCT ->
                throw frame.failure("can't handle " + literal + " for arg of type " + type);
        };
    }

    private Object expected(String what, Node.Literal literal) {
        throw frame.failure("expected " + what + "; found " + literal);
    }

    /** A value that can be given where a type is expected. */
    private @Nullable Object checked(@Nullable Object given, GoType type) {
        return unboxed(Boxed.open(given), type);
    }

    private @Nullable Object unboxed(@Nullable Object value, GoType type) {
        if (type.equals(GoType.VALUE)) {
            return value;
        }
        if (value == NoValue.NO_VALUE) {
            if (!type.kind().isNillable()) {
                throw frame.failure("invalid value; expected " + type);
            }
            return type.zero();
        }
        GoType given = Values.type(value);
        if (type.equals(GoType.ANY) || given.equals(type)) {
            return value;
        }
        if (given.assignableTo(type)) {
            return Conversions.renamed(value, type);
        }
        boolean pointsTo = given.kind() == Kind.PTR && type.equals(given.elem());
        if (!pointsTo) {
            throw frame.failure("wrong type for value; expected " + type + "; got " + given);
        }
        return value;
    }
}
