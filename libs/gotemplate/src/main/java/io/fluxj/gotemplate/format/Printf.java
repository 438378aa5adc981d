package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a format and prints its arguments; what is wrong with the format shows in the text. */
final class Printf {
    private static final int LARGEST = 1_000_000;

    private final Meter meter;
    private final String format;
    private final List<? extends @Nullable Object> args;
    private final Printer printer;
    private final Flags flags;
    private final StringBuilder out;
    private int at;
    private int argument;
    private boolean reordered;
    private boolean goodArgument;
    private boolean afterIndex;

    Printf(Meter meter, String format, List<? extends @Nullable Object> args) {
        this.meter = meter;
        this.format = format;
        this.args = args;
        this.printer = new Printer(meter);
        this.flags = printer.flags();
        this.out = printer.out();
    }

    String print() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            meter.reserve(end - at);
            out.append(format, at, end);
            at = end + 1;
            if (percent >= 0 && !directive()) {
                break;
            }
        }
        extra();
        return out.toString();
    }

    /** One verb with all that stands before it; false at the end of the format. */
    private boolean directive() {
        meter.spend(1);
        goodArgument = true;
        afterIndex = false;
        flags.clear();
        while (at < format.length() && flag(format.charAt(at))) {
            at++;
        }
        argumentIndex();
        width();
        precision();
        if (!afterIndex) {
            argumentIndex();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return false;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        verb(verb);
        return true;
    }

    private boolean flag(char c) {
        switch (c) {
            case '#' -> flags.sharp = true;
            case '0' -> flags.zero = true;
            case '+' -> flags.plus = true;
            case '-' -> flags.minus = true;
            case ' ' -> flags.space = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void verb(int verb) {
        if (verb == '%') {
            out.append('%');
        } else if (!goodArgument) {
            out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
        } else if (argument >= args.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            if (verb == 'v' || verb == 'w') {
                flags.turnToValue();
            }
            printer.argument(args.get(argument), verb);
            argument++;
        }
    }

    private void width() {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            flags.hasWidth = readNumber();
            flags.width = flags.hasWidth ? number : 0;
            if (!flags.hasWidth) {
                out.append("%!(BADWIDTH)");
            }
            if (flags.width < 0) {
                flags.width = -flags.width;
                flags.minus = true;
                flags.zero = false;
            }
            afterIndex = false;
        } else {
            flags.hasWidth = digits();
            flags.width = number;
            goodArgument &= !afterIndex || !flags.hasWidth;
        }
    }

    private void precision() {
        if (at + 1 >= format.length() || format.charAt(at) != '.') {
            return;
        }
        at++;
        goodArgument &= !afterIndex;
        argumentIndex();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            flags.hasPrecision = readNumber() && number >= 0;
            flags.precision = flags.hasPrecision ? number : 0;
            if (!flags.hasPrecision) {
                out.append("%!(BADPREC)");
            }
            afterIndex = false;
        } else {
            flags.precision = digits() ? number : 0;
            flags.hasPrecision = true;
        }
    }

    private int number;

    /** Takes a width or precision from the arguments. */
    private boolean readNumber() {
        if (argument >= args.size()) {
            return false;
        }
        Object value = args.get(argument);
        argument++;
        Kind kind = Values.kind(value);
        long read = kind.isInteger() ? Values.integer(value) : 0;
        boolean fits = kind.isInteger() && read >= -LARGEST && read <= LARGEST;
        number = fits ? (int) read : 0;
        return fits;
    }

    /** Takes digits of the format; whether there were any that make a number of a possible size. */
    private boolean digits() {
        int start = at;
        number = 0;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            if (number > LARGEST) {
                number = 0;
                return false;
            }
            number = number * 10 + format.charAt(at) - '0';
            at++;
        }
        return at > start;
    }

    /** Takes {@code [n]}. */
    private void argumentIndex() {
        afterIndex = at < format.length() && format.charAt(at) == '[';
        if (!afterIndex) {
            return;
        }
        reordered = true;
        int close = format.length() - at < 3 ? -1 : format.indexOf(']', at);
        if (close < 0) {
            at++;
            goodArgument = false;
            afterIndex = false;
            return;
        }
        at++;
        boolean read = digits() && at == close;
        at = close + 1;
        boolean exists = read && number >= 1 && number <= args.size();
        argument = exists ? number - 1 : argument;
        goodArgument &= exists;
        afterIndex = read;
    }

    private void extra() {
        if (reordered || argument >= args.size()) {
            return;
        }
        flags.clear();
        out.append("%!(EXTRA ");
        String separator = "";
        for (Object arg : args.subList(argument, args.size())) {
            out.append(separator);
            if (Values.kind(arg) == Kind.INVALID) {
                out.append("<nil>");
            } else {
                out.append(Values.type(arg).name()).append('=');
                printer.argument(arg, 'v');
            }
            separator = ", ";
        }
        out.append(')');
    }
}
