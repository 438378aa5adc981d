package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.yaml.Dialect;
import io.fluxj.yaml.Timestamps;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which value a plain scalar stands for. */
final class Resolver {
    private Resolver() {}

    enum Tag {
        NULL,
        BOOL,
        INT,
        FLOAT,
        TIMESTAMP,
        MERGE,
        STRING
    }

    /**
     * What a text reads as.
     *
     * @param value null, a truth value, a {@code Long}, an unsigned {@link GoInt}, a {@code Double} or a text, as which a timestamp is kept
     */
    record Reading(Tag tag, @Nullable Object value) {}

    static Reading read(String text, Dialect dialect) {
        if (text.isEmpty()) {
            return new Reading(Tag.NULL, null);
        }
        char first = text.charAt(0);
        if ("yYnNtTfFoO~.+-".indexOf(first) >= 0) {
            Reading word = word(text, dialect);
            if (word != null) {
                return word;
            }
        }
        if (first == '.') {
            return GoNumbers.parseFloat(text)
                    .map(number -> new Reading(Tag.FLOAT, number))
                    .orElseGet(() -> string(text));
        }
        boolean numeric = first == '+' || first == '-' || (first >= '0' && first <= '9');
        return numeric ? number(text, dialect) : string(text);
    }

    private static Reading string(String text) {
        return new Reading(Tag.STRING, text);
    }

    private static @Nullable Reading word(String text, Dialect dialect) {
        return switch (text) {
            case "true", "True", "TRUE" -> new Reading(Tag.BOOL, true);
            case "false", "False", "FALSE" -> new Reading(Tag.BOOL, false);
            case "~", "null", "Null", "NULL" -> new Reading(Tag.NULL, null);
            case ".nan", ".NaN", ".NAN" -> new Reading(Tag.FLOAT, Double.NaN);
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> new Reading(Tag.FLOAT, Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> new Reading(Tag.FLOAT, Double.NEGATIVE_INFINITY);
            default ->
                dialect == Dialect.V2 && isOldBoolean(text)
                        ? new Reading(Tag.BOOL, "yYoO".indexOf(text.charAt(0)) >= 0 && !text.equalsIgnoreCase("off"))
                        : null;
        };
    }

    /** Words that are truth values in YAML 1.1 only. */
    static boolean isOldBoolean(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF" ->
                true;
            default -> false;
        };
    }

    private static Reading number(String text, Dialect dialect) {
        String timestamp = Timestamps.toRfc3339(text);
        if (timestamp != null) {
            return new Reading(Tag.TIMESTAMP, text);
        }
        String plain = text.replace("_", "");
        Object integer = integer(plain, 0);
        if (integer == null && looksLikeFloat(plain)) {
            Double number = GoNumbers.parseFloat(plain).filter(Double::isFinite).orElse(null);
            if (number != null) {
                return new Reading(Tag.FLOAT, number);
            }
        }
        if (integer == null) {
            integer = prefixed(plain, dialect);
        }
        return integer == null ? string(text) : new Reading(Tag.INT, integer);
    }

    private static @Nullable Object integer(String plain, int base) {
        OptionalLong signed = GoNumbers.parseInt(plain, base);
        if (signed.isPresent()) {
            return signed.getAsLong();
        }
        OptionalLong unsigned = GoNumbers.parseUint(plain, base);
        return unsigned.isPresent() ? GoInt.of(GoType.UINT64, unsigned.getAsLong()) : null;
    }

    /** Forms that Go's own numbers do not have: a sign within a binary or octal number. */
    private static @Nullable Object prefixed(String plain, Dialect dialect) {
        boolean octal = dialect == Dialect.V3 && (plain.startsWith("0o") || plain.startsWith("-0o"));
        if (!octal && !plain.startsWith("0b") && !plain.startsWith("-0b")) {
            return null;
        }
        boolean negative = plain.startsWith("-");
        return integer((negative ? "-" : "") + plain.substring(negative ? 3 : 2), octal ? 8 : 2);
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    private static boolean looksLikeFloat(String text) {
        int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
            if (whole == at && end == whole + 1) {
                return false;
            }
        } else if (whole == at) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            exponent +=
                    exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-') ? 1 : 0;
            end = digits(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
