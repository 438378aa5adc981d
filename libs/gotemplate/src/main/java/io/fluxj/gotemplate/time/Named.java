package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import java.util.Optional;

/** {@code time.Month} and {@code time.Weekday}: numbers that print as names. */
record Named(GoType type, long number, String name) implements GoObject {
    private static final GoType MONTH = GoType.basic(Kind.INT, "time.Month");
    private static final GoType WEEKDAY = GoType.basic(Kind.INT, "time.Weekday");

    static Named month(int number) {
        return new Named(MONTH, number, Names.MONTHS.get(number - 1));
    }

    static Named weekday(int number) {
        return new Named(WEEKDAY, number, Names.DAYS.get(number));
    }

    @Override
    public Object underlying() {
        return GoInt.of(number);
    }

    @Override
    public Optional<String> text() {
        return Optional.of(name);
    }

    @Override
    public Optional<GoFunction> method(String method) {
        return method.equals("String") ? TimeMethods.plain(name) : Optional.empty();
    }
}
