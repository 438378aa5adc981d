package io.fluxj.kustomize.yaml;

import io.fluxj.yaml.Timestamps;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which type the text of a plain scalar reads as.
 *
 * @see "kyaml-style.md A2, A6"
 */
public final class Scalars {

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Scalars() {}

    /** The rules of the two parsers that kustomize has. */
    public enum Rules {
        /** For kustomization files and JSON patches: {@code yes}, {@code on} and the like are booleans. */
        YAML_1_1,
        /** For resources: they are text; {@code 0o17} is a number. */
        YAML_1_2
    }

    /**
     * What a text reads as.
     *
     * @param tag short tag of the type
     * @param value the value: {@code null}, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double} or {@code String}; of a
     *     timestamp its RFC 3339 form
     */
    public record Reading(String tag, @Nullable Object value) {}

    /** Reads a plain scalar without tag. */
    public static Reading read(String text, Rules rules) {
        if (text.isEmpty()) {
            return new Reading(Tags.NULL, null);
        }
        char first = text.charAt(0);
        if ("yYnNtTfFoO~.<+-".indexOf(first) >= 0) {
            Reading word = word(text, rules);
            if (word != null) {
                return word;
            }
        }
        if (first == '.') {
            Double number = GoNumbers.parseFloat(text);
            return number == null ? string(text) : new Reading(Tags.FLOAT, number);
        }
        boolean numeric = first == '+' || first == '-' || (first >= '0' && first <= '9');
        return numeric ? number(text, rules) : string(text);
    }

    private static Reading string(String text) {
        return new Reading(Tags.STRING, text);
    }

    private static @Nullable Reading word(String text, Rules rules) {
        return switch (text) {
            case "true", "True", "TRUE" -> new Reading(Tags.BOOL, true);
            case "false", "False", "FALSE" -> new Reading(Tags.BOOL, false);
            case "~", "null", "Null", "NULL" -> new Reading(Tags.NULL, null);
            case ".nan", ".NaN", ".NAN" -> new Reading(Tags.FLOAT, Double.NaN);
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> new Reading(Tags.FLOAT, Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> new Reading(Tags.FLOAT, Double.NEGATIVE_INFINITY);
            case "<<" -> new Reading(Tags.MERGE, "<<");
            default ->
                rules == Rules.YAML_1_1 && isOldBoolean(text)
                        ? new Reading(Tags.BOOL, "yYoO".indexOf(text.charAt(0)) >= 0 && !text.equalsIgnoreCase("off"))
                        : null;
        };
    }

    /** Words that are booleans in YAML 1.1 only. */
    static boolean isOldBoolean(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF" ->
                true;
            default -> false;
        };
    }

    private static Reading number(String text, Rules rules) {
        String timestamp = Timestamps.toRfc3339(text);
        if (timestamp != null) {
            return new Reading(Tags.TIMESTAMP, timestamp);
        }
        String plain = text.indexOf('_') >= 0 ? text.replace("_", "") : text;
        BigInteger integer = GoNumbers.parseInteger(plain);
        if (integer != null && fits(integer, plain)) {
            return new Reading(Tags.INT, narrow(integer));
        }
        if (GoNumbers.looksLikeFloat(plain)) {
            Double number = GoNumbers.parseFloat(plain);
            if (number != null) {
                return new Reading(Tags.FLOAT, number);
            }
        }
        BigInteger prefixed = GoNumbers.parseBinaryOrOctal(plain, rules == Rules.YAML_1_2);
        if (prefixed != null && fits(prefixed, plain)) {
            return new Reading(Tags.INT, narrow(prefixed));
        }
        return string(text);
    }

    private static boolean fits(BigInteger integer, String text) {
        if (integer.compareTo(LONG_MIN) >= 0 && integer.compareTo(LONG_MAX) <= 0) {
            return true;
        }
        boolean signed = text.startsWith("+") || text.startsWith("-");
        return !signed && integer.signum() >= 0 && integer.compareTo(UNSIGNED_MAX) <= 0;
    }

    private static Object narrow(BigInteger integer) {
        return integer.bitLength() <= 63 ? (Object) integer.longValue() : integer;
    }

    /**
     * Whether the text would be taken for something other than a string by YAML 1.1, read as a whole document.
     */
    public static boolean readsAsNonString(String text) {
        if (text.isEmpty() || text.indexOf('\n') >= 0) {
            return false;
        }
        String tag = read(text, Rules.YAML_1_1).tag();
        return !Tags.STRING.equals(tag) && !Tags.TIMESTAMP.equals(tag);
    }
}
