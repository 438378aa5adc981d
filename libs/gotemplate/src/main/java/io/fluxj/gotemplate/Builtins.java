package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.NoValue;
import io.fluxj.gotemplate.value.Run;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that every template of Go has. */
final class Builtins {
    private static final Signature ONE = new Signature(List.of(GoType.VALUE), false, GoType.VALUE);
    private static final Signature TWO = new Signature(List.of(GoType.VALUE, GoType.VALUE), false, GoType.BOOL);
    private static final Signature SOME = new Signature(List.of(GoType.VALUE, GoType.VALUE), true, GoType.VALUE);
    private static final Signature ANY = new Signature(List.of(GoType.ANY), true, GoType.STRING);
    private static final Signature FORMAT = new Signature(List.of(GoType.STRING, GoType.ANY), true, GoType.STRING);

    static final Map<String, GoFunction> BY_NAME = Map.ofEntries(
            entry("and", SOME, (run, args) -> args.getFirst()),
            entry("or", SOME, (run, args) -> args.getFirst()),
            entry("call", SOME, (run, args) -> call(run, "call", args)),
            entry("not", ONE, (run, args) -> !Values.truth(args.getFirst())),
            entry("len", ONE, (run, args) -> GoInt.of(length(args.getFirst()))),
            entry("index", SOME, (run, args) -> Indexing.index(args)),
            entry("slice", SOME, (run, args) -> Indexing.slice(args)),
            entry("print", ANY, Format::sprint),
            entry("println", ANY, Format::sprintln),
            entry(
                    "printf",
                    FORMAT,
                    (run, args) -> Format.sprintf(run, (String) args.getFirst(), args.subList(1, args.size()))),
            entry("html", ANY, (run, args) -> Escaping.html(run, text(run, args))),
            entry("js", ANY, (run, args) -> Escaping.js(run, text(run, args))),
            entry("urlquery", ANY, (run, args) -> Escaping.query(run, text(run, args))),
            entry("eq", SOME, (run, args) -> Comparison.equal(run, args.getFirst(), args.subList(1, args.size()))),
            entry("ne", TWO, (run, args) -> !Comparison.equal(run, args.get(0), args.subList(1, 2))),
            entry("lt", TWO, (run, args) -> Comparison.less(args.get(0), args.get(1))),
            entry("le", TWO, (run, args) -> Comparison.lessOrEqual(run, args.get(0), args.get(1))),
            entry("gt", TWO, (run, args) -> !Comparison.lessOrEqual(run, args.get(0), args.get(1))),
            entry("ge", TWO, (run, args) -> !Comparison.less(args.get(0), args.get(1))));

    private Builtins() {}

    private static Map.Entry<String, GoFunction> entry(String name, Signature signature, GoFunction.Body body) {
        return Map.entry(name, GoFunction.of(signature, body));
    }

    private static int length(@Nullable Object value) {
        if (value == NoValue.NO_VALUE) {
            throw new GoError("reflect: call of reflect.Value.Type on zero Value");
        }
        Kind kind = Values.kind(value);
        if (kind == Kind.INVALID || (kind == Kind.PTR && Values.isNil(value))) {
            throw new GoError("len of nil pointer");
        }
        if (kind != Kind.STRING && kind != Kind.MAP && !kind.isSequence()) {
            GoType type = Values.type(value);
            throw new GoError("len of type " + (kind == Kind.PTR ? type.elemOrAny() : type));
        }
        return Values.length(value);
    }

    private static String text(Run run, List<? extends @Nullable Object> args) {
        if (args.size() == 1 && args.getFirst() instanceof String text) {
            return text;
        }
        List<@Nullable Object> printable = new ArrayList<>(args.size());
        args.forEach(arg -> printable.add(Printable.of(arg)));
        return Format.sprint(run, printable);
    }

    static @Nullable Object call(Run run, String name, List<? extends @Nullable Object> args) {
        Object callee = args.getFirst();
        if (Values.kind(callee) == Kind.INVALID) {
            throw new GoError("call of nil");
        }
        if (!(callee instanceof GoFunction function)) {
            throw new GoError("non-function " + name + " of type " + Values.type(callee));
        }
        Signature signature = function.signature();
        int given = args.size() - 1;
        boolean fits = signature.variadic() ? given >= signature.fixed() : given == signature.fixed();
        if (!fits) {
            throw new GoError("wrong number of args for " + name + ": got " + given + " want "
                    + (signature.variadic() ? "at least " : "") + signature.fixed());
        }
        List<@Nullable Object> prepared = new ArrayList<>(given);
        for (int i = 0; i < given; i++) {
            try {
                prepared.add(Conversions.prepared(args.get(i + 1), signature.parameter(i)));
            } catch (GoError e) {
                throw new GoError("arg " + i + ": " + e.getMessage(), e);
            }
        }
        return function.call(run, prepared);
    }
}
