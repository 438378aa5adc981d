package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.DeepEquality;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that choose values, and those that tell their types. */
final class Defaults {
    private Defaults() {}

    static void addTo(Library library) {
        library.variadic("default", ANY, (run, a) -> defaulted(a), ANY, ANY);
        library.add("empty", BOOL, (run, a) -> isEmpty(a.getFirst()), ANY);
        library.variadic("coalesce", ANY, (run, a) -> coalesce(a), ANY);
        library.variadic("all", BOOL, (run, a) -> a.stream().noneMatch(Defaults::isEmpty), ANY);
        library.variadic("any", BOOL, (run, a) -> !a.stream().allMatch(Defaults::isEmpty), ANY);
        library.add(
                "ternary",
                ANY,
                (run, a) -> Boolean.TRUE.equals(Values.underlying(a.get(2))) ? a.get(0) : a.get(1),
                ANY,
                ANY,
                BOOL);
        addTypes(library);
        addFailures(library);
    }

    private static void addTypes(Library library) {
        library.add("typeOf", STRING, (run, a) -> typeOf(a.getFirst()), ANY);
        library.add("typeIs", BOOL, (run, a) -> Args.text(a, 0).equals(typeOf(a.get(1))), STRING, ANY);
        library.add("typeIsLike", BOOL, (run, a) -> isLike(Args.text(a, 0), typeOf(a.get(1))), STRING, ANY);
        library.add("kindOf", STRING, (run, a) -> Values.kind(a.getFirst()).goName(), ANY);
        library.add(
                "kindIs",
                BOOL,
                (run, a) -> Args.text(a, 0).equals(Values.kind(a.get(1)).goName()),
                STRING,
                ANY);
        library.add("deepEqual", BOOL, (run, a) -> DeepEquality.of(run, a.get(0), a.get(1)), ANY, ANY);
    }

    private static void addFailures(Library library) {
        library.add(
                "fail",
                STRING,
                (run, a) -> {
                    throw new GoError(Args.text(a, 0));
                },
                STRING);
        library.add("required", ANY, (run, a) -> required(Args.text(a, 0), a.get(1)), STRING, ANY);
    }

    private static @Nullable Object required(String message, @Nullable Object value) {
        if (value == null || value.equals("")) {
            throw new GoError(message);
        }
        return value;
    }

    private static @Nullable Object defaulted(List<? extends @Nullable Object> args) {
        boolean given = args.size() > 1 && !isEmpty(args.get(1));
        return given ? args.get(1) : args.getFirst();
    }

    private static @Nullable Object coalesce(List<? extends @Nullable Object> args) {
        for (Object value : args) {
            if (!isEmpty(value)) {
                return value;
            }
        }
        return null;
    }

    /** Whether a value is the zero value of its type; a struct never is. */
    static boolean isEmpty(@Nullable Object value) {
        return !Values.truth(value);
    }

    static String typeOf(@Nullable Object value) {
        return Values.kind(value) == Kind.INVALID ? "<nil>" : Values.type(value).name();
    }

    private static boolean isLike(String target, String type) {
        return target.equals(type) || ("*" + target).equals(type);
    }
}
