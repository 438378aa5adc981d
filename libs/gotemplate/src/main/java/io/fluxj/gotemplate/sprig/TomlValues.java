package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.time.GoTime;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the values of TOML. */
final class TomlValues {
    private static final int DEEPEST = 500;
    private static final ZoneId UTC = ZoneId.of("UTC");
    /** Layouts, with the name of the zone that stands for times without one. */
    private static final Map<String, String> TIMES = Map.of(
            "2006-01-02T15:04:05.999999999Z07:00", "",
            "2006-01-02T15:04:05.999999999", "datetime-local",
            "2006-01-02", "date-local",
            "15:04:05.999999999", "time-local");

    private final Meter meter;
    private final TomlText in;
    private final TomlReader reader;

    TomlValues(Meter meter, TomlText in, TomlReader reader) {
        this.meter = meter;
        this.in = in;
        this.reader = reader;
    }

    Object value(int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw in.failure("values nested deeper than " + DEEPEST + " levels");
        }
        return switch (in.peek()) {
            case '"', '\'' -> string();
            case '[' -> array(depth);
            case '{' -> inlineTable();
            default -> scalar();
        };
    }

    private List<@Nullable Object> array(int depth) {
        in.next();
        List<@Nullable Object> items = new ArrayList<>();
        in.skipBlankLines();
        while (!in.accept("]")) {
            items.add(value(depth + 1));
            in.skipBlankLines();
            if (!in.accept(",") && in.peek() != ']') {
                throw in.failure("expected a comma (',') or array terminator (']'), but got " + in.shown());
            }
            in.skipBlankLines();
        }
        return items;
    }

    private Map<String, @Nullable Object> inlineTable() {
        in.next();
        Map<String, @Nullable Object> table = new HashMap<>();
        in.skipSpace();
        if (in.accept("}")) {
            return table;
        }
        do {
            reader.keyValue(table);
            in.skipSpace();
        } while (in.accept(","));
        in.require("}", "expected a comma or an inline table terminator '}', but got " + in.shown() + " instead");
        return table;
    }

    String string() {
        if (in.accept("\"\"\"")) {
            return multiline("\"\"\"", true);
        }
        if (in.accept("'''")) {
            return multiline("'''", false);
        }
        char quote = in.next();
        StringBuilder out = new StringBuilder();
        for (char c = in.next(); c != quote; c = in.next()) {
            if (c == '\n') {
                throw in.failure("strings cannot contain newlines");
            }
            if (c == '\\' && quote == '"') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String multiline(String end, boolean escapes) {
        in.accept("\n");
        StringBuilder out = new StringBuilder();
        while (!in.accept(end)) {
            char c = in.next();
            if (c == '\\' && escapes) {
                if (in.peek() == '\n' || in.peek() == ' ') {
                    in.takeWhile(space -> space == ' ' || space == '\t' || space == '\n');
                } else {
                    escape(out);
                }
            } else {
                out.append(c);
            }
        }
        while (in.peek() == end.charAt(0)) {
            out.append(in.next());
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = in.next();
        int simple = "btnfre\"\\".indexOf(c);
        if (simple >= 0) {
            out.append("\b\t\n\f\r\u001B\"\\".charAt(simple));
            return;
        }
        if (c != 'u' && c != 'U') {
            throw in.failure("invalid escape character '" + c + "'; only the following escape characters are allowed: "
                    + "\\b, \\t, \\n, \\f, \\r, \\\", \\\\, \\uXXXX, and \\UXXXXXXXX");
        }
        int value = 0;
        for (int i = 0; i < (c == 'u' ? 4 : 8); i++) {
            int digit = Character.digit(in.next(), 16);
            if (digit < 0) {
                throw in.failure("expected hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value) || (value >= 0xD800 && value <= 0xDFFF)) {
            throw in.failure("Escaped character is not valid UTF-8.");
        }
        out.appendCodePoint(value);
    }

    private Object scalar() {
        String word = in.takeWhile(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-_.:".indexOf(c) >= 0));
        if (word.length() == 10 && word.charAt(4) == '-' && in.peek() == ' ') {
            in.accept(" ");
            String time = in.takeWhile(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.:".indexOf(c) >= 0));
            word = time.isEmpty() ? word : word + "T" + time;
        }
        if (word.isEmpty()) {
            throw in.failure(
                    in.atEnd() || in.peek() == '\n'
                            ? "expected value but found '\\n' instead"
                            : "expected value but found " + in.shown() + " instead");
        }
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> number(word);
        };
    }

    private Object number(String word) {
        boolean time = word.length() >= 8
                && (word.charAt(2) == ':' || (word.length() >= 10 && word.charAt(4) == '-' && word.charAt(7) == '-'));
        if (time) {
            return time(word);
        }
        boolean prefixed = word.startsWith("0x") || word.startsWith("0o") || word.startsWith("0b");
        boolean floating = !prefixed && word.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (floating && isFloat(word)) {
            return GoNumbers.parseFloat(word).orElseThrow();
        }
        String digits = word.startsWith("+") || word.startsWith("-") ? word.substring(1) : word;
        boolean leadingZero = !prefixed && digits.length() > 1 && digits.startsWith("0");
        if (leadingZero) {
            throw in.failure("Invalid integer " + Quoting.quoted(word) + ": cannot have leading zeroes");
        }
        OptionalLong integer = floating ? OptionalLong.empty() : GoNumbers.parseInt(word, 0);
        if (integer.isEmpty()) {
            throw in.failure("expected value but found " + Quoting.quoted(word) + " instead");
        }
        return integer.getAsLong();
    }

    private static boolean isFloat(String word) {
        int dot = word.indexOf('.');
        boolean digitsAround = dot < 0
                || (dot > 0
                        && dot + 1 < word.length()
                        && Character.isDigit(word.charAt(dot - 1))
                        && Character.isDigit(word.charAt(dot + 1)));
        return digitsAround && GoNumbers.parseFloat(word).isPresent();
    }

    private Object time(String word) {
        String upper = word.toUpperCase(java.util.Locale.ROOT);
        for (Map.Entry<String, String> layout : TIMES.entrySet()) {
            try {
                GoTime time = GoTime.parse(layout.getKey(), upper, UTC);
                return layout.getValue().isEmpty() ? time : new GoTime(time.time(), layout.getValue());
            } catch (GoError e) {
                // the next layout may fit
            }
        }
        throw in.failure("Invalid TOML Datetime: " + Quoting.quoted(word) + ".");
    }
}
