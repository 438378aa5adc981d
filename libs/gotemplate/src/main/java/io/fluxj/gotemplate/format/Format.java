package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's {@code fmt.Sprint} and its kin. */
public final class Format {
    private Format() {}

    /** {@code Sprintf}. */
    public static String sprintf(Meter meter, String format, List<? extends @Nullable Object> args) {
        return new Printf(meter, format, args).print();
    }

    /** {@code Sprint}: a blank between two arguments that are no texts. */
    public static String sprint(Meter meter, List<? extends @Nullable Object> args) {
        Printer printer = new Printer(meter);
        boolean text = true;
        for (Object arg : args) {
            boolean isText = Values.kind(arg) == Kind.STRING;
            if (!text && !isText) {
                printer.out().append(' ');
            }
            printer.argument(arg, 'v');
            text = isText;
        }
        return printer.out().toString();
    }

    /** {@code Sprintln}: a blank between all arguments and a line break at the end. */
    public static String sprintln(Meter meter, List<? extends @Nullable Object> args) {
        Printer printer = new Printer(meter);
        for (int i = 0; i < args.size(); i++) {
            printer.out().append(i > 0 ? " " : "");
            printer.argument(args.get(i), 'v');
        }
        return printer.out().append('\n').toString();
    }

    /** One value as {@code %v} prints it. */
    public static String text(Meter meter, @Nullable Object value) {
        if (value instanceof String string) {
            return string;
        }
        Printer printer = new Printer(meter);
        printer.argument(value, 'v');
        return printer.out().toString();
    }
}
