package io.fluxj.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code format}, which puts values into a text: {@code %s %d %f %e %b %o %x %X}, the number of digits after {@code %.}. Source: the strings extension of
 * Go's CEL.
 */
final class FormattedText {
    private static final String OVERLOAD = "string_format_list";
    private static final int USUAL_PRECISION = 6;
    private static final int LARGEST_PRECISION = 1_000;
    private static final int DEEPEST = 50;

    static final CelFunctionDecl DECLARATION = CelFunctionDecl.newFunctionDeclaration(
            "format",
            CelOverloadDecl.newMemberOverload(
                    OVERLOAD, SimpleType.STRING, SimpleType.STRING, ListType.create(SimpleType.DYN)));

    static final CelFunctionBinding BINDING = CelFunctionBinding.from(
            OVERLOAD, String.class, List.class, (text, values) -> new FormattedText(text, values).text());

    private final String pattern;
    private final List<?> values;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;

    private FormattedText(String pattern, List<?> values) {
        this.pattern = pattern;
        this.values = values;
    }

    private String text() {
        for (int percent = pattern.indexOf('%', at); percent >= 0; percent = pattern.indexOf('%', at)) {
            append(pattern.substring(at, percent));
            at = percent + 1;
            clause();
        }
        append(pattern.substring(at));
        return out.toString();
    }

    private void clause() {
        if (at < pattern.length() && pattern.charAt(at) == '%') {
            at++;
            append("%");
            return;
        }
        int precision = precision();
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("unexpected end of string");
        }
        char verb = pattern.charAt(at++);
        if (next >= values.size()) {
            throw new IllegalArgumentException("index " + next + " out of range");
        }
        Object value = values.get(next++);
        append(formatted(verb, precision, value == null ? NullValue.NULL_VALUE : value));
    }

    private int precision() {
        if (at >= pattern.length() || pattern.charAt(at) != '.') {
            return USUAL_PRECISION;
        }
        int start = ++at;
        while (at < pattern.length() && Character.digit(pattern.charAt(at), 10) >= 0) {
            at++;
        }
        String digits = pattern.substring(start, at);
        if (digits.isEmpty() || digits.length() > 4 || Integer.parseInt(digits) > LARGEST_PRECISION) {
            throw new IllegalArgumentException("error while converting precision to integer: \"" + digits + "\"");
        }
        return Integer.parseInt(digits);
    }

    private static String formatted(char verb, int precision, Object value) {
        return switch (verb) {
            case 's' -> shown(value, 0);
            case 'd' -> decimal(value);
            case 'f' -> real(value, number -> fixed(number, precision), "fixed-point");
            case 'e' ->
                real(
                        value,
                        number -> String.format(Locale.ROOT, "%." + precision + "e", number),
                        "scientific notation");
            case 'b' -> value instanceof Boolean truth ? (truth ? "1" : "0") : whole(value, 2, "binary");
            case 'o' -> whole(value, 8, "octal");
            case 'x' -> hexadecimal(value);
            case 'X' -> hexadecimal(value).toUpperCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("unrecognized formatting clause \"" + verb + "\"");
        };
    }

    private static String shown(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the value is nested too deeply to be formatted");
        }
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth.toString();
            case Long number -> number.toString();
            case UnsignedLong number -> number.toString();
            case Double number -> plain(number);
            case CelByteString bytes -> new String(bytes.toByteArray(), StandardCharsets.UTF_8);
            case List<?> list ->
                list.stream().map(item -> shown(item, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> shown(entry.getKey(), depth + 1) + ": " + shown(entry.getValue(), depth + 1))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case NullValue _ -> "null";
            case null -> "null";
            default ->
                throw wrong(
                        "string",
                        "strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps");
        };
    }

    private static String plain(double number) {
        return Double.isInfinite(number) || Double.isNaN(number)
                ? Double.toString(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String decimal(Object value) {
        return switch (value) {
            case Long number -> number.toString();
            case UnsignedLong number -> number.toString();
            case Double number when number.isInfinite() || number.isNaN() -> number.toString();
            default -> throw wrong("decimal", "integers");
        };
    }

    @FunctionalInterface
    private interface Digits {
        String of(double number);
    }

    private static String real(Object value, Digits digits, String clause) {
        if (!(value instanceof Double number)) {
            throw wrong(clause, "doubles");
        }
        return number.isInfinite() || number.isNaN() ? number.toString() : digits.of(number);
    }

    private static String fixed(double number, int precision) {
        return new BigDecimal(number)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String whole(Object value, int radix, String clause) {
        return switch (value) {
            case Long number -> Long.toString(number, radix);
            case UnsignedLong number -> number.toString(radix);
            default -> throw wrong(clause, radix == 2 ? "integers and bools" : "integers");
        };
    }

    private static String hexadecimal(Object value) {
        return switch (value) {
            case String text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            case CelByteString bytes -> HexFormat.of().formatHex(bytes.toByteArray());
            case Long _, UnsignedLong _ -> whole(value, 16, "hex");
            default -> throw wrong("hex", "integers, byte buffers, and strings");
        };
    }

    private static IllegalArgumentException wrong(String clause, String can) {
        return new IllegalArgumentException(
                "error during formatting: only %s can be formatted as %s".formatted(can, clause));
    }

    private void append(String text) {
        GrowingTexts.append(out, text);
    }
}
