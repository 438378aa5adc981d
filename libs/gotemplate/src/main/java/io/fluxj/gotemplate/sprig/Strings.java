package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions on texts. */
final class Strings {
    private Strings() {}

    static void addTo(Library library) {
        library.add("hello", STRING, (run, a) -> "Hello!");
        addOneText(library);
        addCutting(library);
        addTrimming(library);
        addPutting(library);
    }

    private static void addOneText(Library library) {
        simple(library, "trim", GoText::trimSpace);
        simple(library, "upper", Letters::upper);
        simple(library, "lower", Letters::lower);
        simple(library, "title", Letters::title);
        simple(library, "untitle", Letters::untitle);
        simple(library, "swapcase", Letters::swapCase);
        simple(library, "nospace", Letters::withoutSpace);
        simple(library, "initials", Letters::initials);
        simple(library, "camelcase", Casing::camel);
        simple(library, "snakecase", text -> Casing.lower(text, '_'));
        simple(library, "kebabcase", text -> Casing.lower(text, '-'));
    }

    private static void simple(Library library, String name, Function<String, String> function) {
        library.add(
                name,
                STRING,
                (run, a) -> {
                    run.reserve(Args.text(a, 0).length());
                    return function.apply(Args.text(a, 0));
                },
                STRING);
    }

    private static void addCutting(Library library) {
        library.add("trunc", STRING, (run, a) -> trunc(Args.integer(a, 0), Args.text(a, 1)), INT, STRING);
        library.add(
                "substr",
                STRING,
                (run, a) -> substring(Args.integer(a, 0), Args.integer(a, 1), Args.text(a, 2)),
                INT,
                INT,
                STRING);
        library.add("abbrev", STRING, (run, a) -> abbrev(0, Args.integer(a, 0), Args.text(a, 1)), INT, STRING);
        library.add(
                "abbrevboth",
                STRING,
                (run, a) -> abbrev(Args.integer(a, 0), Args.integer(a, 1), Args.text(a, 2)),
                INT,
                INT,
                STRING);
        library.add(
                "wrap",
                STRING,
                (run, a) -> Wrapping.wrap(run, Args.text(a, 1), Args.integer(a, 0), "", false),
                INT,
                STRING);
        library.add(
                "wrapWith",
                STRING,
                (run, a) -> Wrapping.wrap(run, Args.text(a, 2), Args.integer(a, 0), Args.text(a, 1), true),
                INT,
                STRING,
                STRING);
    }

    private static void addTrimming(Library library) {
        library.add("trimAll", STRING, (run, a) -> trimAll(Args.text(a, 1), Args.text(a, 0)), STRING, STRING);
        library.alias("trimall", "trimAll");
        library.add("trimSuffix", STRING, (run, a) -> trimSuffix(Args.text(a, 1), Args.text(a, 0)), STRING, STRING);
        library.add("trimPrefix", STRING, (run, a) -> trimPrefix(Args.text(a, 1), Args.text(a, 0)), STRING, STRING);
        library.add("contains", BOOL, (run, a) -> Args.text(a, 1).contains(Args.text(a, 0)), STRING, STRING);
        library.add("hasPrefix", BOOL, (run, a) -> Args.text(a, 1).startsWith(Args.text(a, 0)), STRING, STRING);
        library.add("hasSuffix", BOOL, (run, a) -> Args.text(a, 1).endsWith(Args.text(a, 0)), STRING, STRING);
    }

    private static void addPutting(Library library) {
        library.add("repeat", STRING, (run, a) -> repeat(run, Args.text(a, 1), Args.integer(a, 0)), INT, STRING);
        library.add("indent", STRING, (run, a) -> indent(run, Args.integer(a, 0), Args.text(a, 1)), INT, STRING);
        library.add(
                "nindent", STRING, (run, a) -> "\n" + indent(run, Args.integer(a, 0), Args.text(a, 1)), INT, STRING);
        library.add(
                "replace",
                STRING,
                (run, a) -> replace(run, Args.text(a, 2), Args.text(a, 0), Args.text(a, 1)),
                STRING,
                STRING,
                STRING);
        library.add("plural", STRING, (run, a) -> Args.text(a, Args.integer(a, 2) == 1 ? 0 : 1), STRING, STRING, INT);
        library.add("toString", STRING, (run, a) -> Args.string(run, a.getFirst()), ANY);
        library.variadic("quote", STRING, (run, a) -> quote(run, a), ANY);
        library.variadic("squote", STRING, (run, a) -> singleQuote(run, a), ANY);
        library.variadic("cat", STRING, (run, a) -> cat(run, a), ANY);
    }

    static String trunc(int length, String text) {
        int bytes = GoText.length(text);
        if (length < 0 && bytes + length > 0) {
            return GoText.slice(text, bytes + length, bytes);
        }
        return length >= 0 && bytes > length ? GoText.slice(text, 0, length) : text;
    }

    private static String substring(int start, int end, String text) {
        int bytes = GoText.length(text);
        if (start < 0) {
            return sliced(text, 0, end, bytes);
        }
        return sliced(text, start, end < 0 || end > bytes ? bytes : end, bytes);
    }

    private static String sliced(String text, int from, int to, int bytes) {
        if (to < 0) {
            throw new GoError("runtime error: slice bounds out of range [:" + to + "]");
        }
        if (to > bytes) {
            throw new GoError("runtime error: slice bounds out of range [:" + to + "] with length " + bytes);
        }
        if (from > to) {
            throw new GoError("runtime error: slice bounds out of range [" + from + ":" + to + "]");
        }
        return GoText.slice(text, from, to);
    }

    /** Cuts the middle or the end out, dots in its place. */
    private static String abbrev(int left, int width, String text) {
        int bytes = GoText.length(text);
        if (width < 4 || (left > 0 && width < 7) || bytes <= width) {
            return text;
        }
        int offset = Math.min(left, bytes);
        if (bytes - offset < width - 3) {
            offset = bytes - (width - 3);
        }
        if (offset <= 4) {
            return GoText.slice(text, 0, width - 3) + "...";
        }
        if (offset + width - 3 < bytes) {
            String rest = GoText.slice(text, offset, bytes);
            return "..." + (width - 3 < 4 ? "" : abbrev(0, width - 3, rest));
        }
        return "..." + GoText.slice(text, bytes - (width - 3), bytes);
    }

    private static String trimAll(String text, String cutset) {
        int[] points = text.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && cutset.indexOf(points[from]) >= 0) {
            from++;
        }
        while (to > from && cutset.indexOf(points[to - 1]) >= 0) {
            to--;
        }
        return new String(points, from, to - from);
    }

    private static String trimSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String trimPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String repeat(Meter meter, String text, int count) {
        if (count < 0) {
            throw new GoError("strings: negative Repeat count");
        }
        meter.reserve((long) text.length() * count);
        return text.repeat(count);
    }

    private static String indent(Meter meter, int spaces, String text) {
        String pad = repeat(meter, " ", spaces);
        return pad + replace(meter, text, "\n", "\n" + pad);
    }

    static String replace(Meter meter, String text, String old, String with) {
        long found = old.isEmpty() ? GoText.runes(text) + 1 : count(text, old);
        meter.reserve(text.length() + found * with.length());
        if (!old.isEmpty()) {
            return text.replace(old, with);
        }
        StringBuilder out = new StringBuilder(with);
        text.codePoints().forEach(c -> out.appendCodePoint(c).append(with));
        return out.toString();
    }

    private static long count(String text, String part) {
        long found = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            found++;
        }
        return found;
    }

    private static String quote(Meter meter, List<? extends @Nullable Object> values) {
        List<String> quoted = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                quoted.add(Quoting.quoted(Args.string(meter, value)));
            }
        }
        return counted(meter, String.join(" ", quoted));
    }

    private static String singleQuote(Meter meter, List<? extends @Nullable Object> values) {
        List<String> quoted = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                quoted.add("'" + Format.text(meter, value) + "'");
            }
        }
        return counted(meter, String.join(" ", quoted));
    }

    private static String cat(Meter meter, List<? extends @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                parts.add(Format.text(meter, value));
            }
        }
        return counted(meter, String.join(" ", parts));
    }

    private static String counted(Meter meter, String text) {
        meter.reserve(text.length());
        return text;
    }
}
