package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import io.fluxj.kube.json.Nodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code 'text %s'.format([argument])}. Source: the strings extension of CEL, version 2. */
final class TextFormat {
    private static final int MAX_PRECISION = 100;
    private static final int DEFAULT_PRECISION = 6;

    private final String pattern;
    private final List<?> arguments;
    private final StringBuilder out = new StringBuilder();
    private int position;
    private int next;

    private TextFormat(String pattern, List<?> arguments) {
        this.pattern = pattern;
        this.arguments = arguments;
    }

    static void addTo(Functions functions) {
        functions.add(
                "format",
                CelOverloadDecl.newMemberOverload(
                        "string_format", SimpleType.STRING, SimpleType.STRING, ListType.create(SimpleType.DYN)),
                String.class,
                List.class,
                (pattern, arguments) -> new TextFormat(pattern, arguments).formatted());
    }

    private String formatted() {
        while (position < pattern.length()) {
            char c = pattern.charAt(position++);
            if (c != '%') {
                out.append(c);
            } else if (position < pattern.length() && pattern.charAt(position) == '%') {
                out.append('%');
                position++;
            } else {
                clause();
            }
        }
        return out.toString();
    }

    private void clause() {
        int precision = precision();
        if (position >= pattern.length()) {
            throw new Failure("could not parse formatting clause: unexpected end of string");
        }
        char verb = pattern.charAt(position++);
        if (next >= arguments.size()) {
            throw new Failure("index " + next + " out of range");
        }
        Object argument = arguments.get(next++);
        out.append(
                switch (verb) {
                    case 's' -> text(argument);
                    case 'd' -> decimal(argument);
                    case 'f' -> String.format(Locale.ROOT, "%." + precision + "f", number(argument));
                    case 'e' -> scientific(String.format(Locale.ROOT, "%." + precision + "e", number(argument)));
                    case 'b' -> argument instanceof Boolean truth ? (truth ? "1" : "0") : radix(argument, 2);
                    case 'o' -> radix(argument, 8);
                    case 'x' -> hex(argument);
                    case 'X' -> hex(argument).toUpperCase(Locale.ROOT);
                    default ->
                        throw new Failure(
                                "could not parse formatting clause: unrecognized formatting clause \"" + verb + "\"");
                });
    }

    /** With the power of ten written out: {@code 1.5×10⁰⁰}. */
    private static String scientific(String number) {
        int e = number.indexOf('e');
        StringBuilder out = new StringBuilder(number.substring(0, e)).append("×10");
        number.substring(e + 1)
                .chars()
                .filter(c -> c != '+')
                .forEach(c -> out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
        return out.toString();
    }

    private int precision() {
        if (position >= pattern.length() || pattern.charAt(position) != '.') {
            return DEFAULT_PRECISION;
        }
        int value = 0;
        position++;
        while (position < pattern.length() && Character.isDigit(pattern.charAt(position)) && value <= MAX_PRECISION) {
            value = value * 10 + Character.digit(pattern.charAt(position++), 10);
        }
        return Math.min(value, MAX_PRECISION);
    }

    private static String text(Object value) {
        return switch (value) {
            case NullValue ignored -> "null";
            case List<?> list ->
                "[" + String.join(", ", list.stream().map(TextFormat::literal).toList()) + "]";
            case Map<?, ?> map -> {
                List<String> entries = new ArrayList<>();
                map.forEach((k, v) -> entries.add(literal(k) + ":" + literal(v)));
                entries.sort(String::compareTo);
                yield "{" + String.join(", ", entries) + "}";
            }
            case Double number -> whole(number) ? Long.toString(number.longValue()) : number.toString();
            case java.time.Duration length -> seconds(length) + "s";
            case java.time.Instant time -> time(time);
            default -> value.toString();
        };
    }

    /** Values in lists and maps are written as in CEL. */
    private static String literal(Object value) {
        return switch (value) {
            case String text -> Nodes.text(Nodes.FACTORY.textNode(text));
            case Double number -> String.format(Locale.ROOT, "%." + DEFAULT_PRECISION + "f", number);
            case java.time.Instant time -> "timestamp(\"" + time(time) + "\")";
            case java.time.Duration length -> "duration(\"" + seconds(length) + "s\")";
            default -> text(value);
        };
    }

    /** Without zeros at the end of a fraction of a second. */
    static String time(java.time.Instant time) {
        String text = time.toString();
        return text.contains(".")
                ? com.google.common.base.CharMatcher.is('0').trimTrailingFrom(text.substring(0, text.length() - 1))
                        + "Z"
                : text;
    }

    private static boolean whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15;
    }

    private static String seconds(java.time.Duration length) {
        BigDecimal seconds = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    private static String decimal(Object value) {
        return value instanceof Long || value instanceof Double
                ? text(value)
                : integer(value).toString();
    }

    private static Number integer(Object value) {
        if (value instanceof Long || value instanceof com.google.common.primitives.UnsignedLong) {
            return (Number) value;
        }
        throw new Failure("error during formatting: only integers can be formatted, was given " + kind(value));
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new Failure(
                "error during formatting: scientific and fixed-point clauses can only be used on doubles, was given "
                        + kind(value));
    }

    private static String radix(Object value, int radix) {
        return Long.toString(integer(value).longValue(), radix);
    }

    private static String hex(Object value) {
        return value instanceof String text
                ? java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : radix(value, 16);
    }

    private static String kind(Object value) {
        return switch (value) {
            case String ignored -> "string";
            case Boolean ignored -> "bool";
            case Double ignored -> "double";
            case List<?> ignored -> "list";
            case Map<?, ?> ignored -> "map";
            default -> value.getClass().getSimpleName();
        };
    }
}
