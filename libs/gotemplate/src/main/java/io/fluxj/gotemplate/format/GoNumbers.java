package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.GoError;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads numbers as Go's {@code strconv} does. */
public final class GoNumbers {
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private GoNumbers() {}

    /** {@code strconv.ParseInt(text, base, 64)}; base 0 reads prefixes and underscores. */
    public static OptionalLong parseInt(String text, int base) {
        Optional<BigInteger> value = integer(text, base, true);
        return value.isPresent() && value.get().bitLength() < 64
                ? OptionalLong.of(value.get().longValue())
                : OptionalLong.empty();
    }

    /** {@code strconv.ParseUint(text, base, 64)}, as two's complement. */
    public static OptionalLong parseUint(String text, int base) {
        Optional<BigInteger> value = integer(text, base, false);
        return value.isPresent() && value.get().compareTo(MAX_UNSIGNED) <= 0
                ? OptionalLong.of(value.get().longValue())
                : OptionalLong.empty();
    }

    /**
     * As {@link #parseInt} for a signed number of {@code bits}.
     *
     * @param function name that the error begins with
     */
    public static long requireInt(String function, String text, int base, int bits) {
        Optional<BigInteger> value = integer(text, base, true);
        if (value.isEmpty()) {
            throw new GoError("strconv." + function + ": parsing " + Quoting.quoted(text) + ": invalid syntax");
        }
        if (value.get().bitLength() >= bits) {
            throw new GoError("strconv." + function + ": parsing " + Quoting.quoted(text) + ": value out of range");
        }
        return value.get().longValue();
    }

    /** The nearest number of 64 bits, as {@code ParseInt} answers beside its error; 0 for what is no number. */
    public static long nearestInt(String text, int base) {
        Optional<BigInteger> value = integer(text, base, true);
        if (value.isEmpty()) {
            return 0;
        }
        return value.get().bitLength() < 64
                ? value.get().longValue()
                : value.get().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static Optional<BigInteger> integer(String text, int base, boolean signed) {
        boolean negative = signed && text.startsWith("-");
        String rest = signed && (negative || text.startsWith("+")) ? text.substring(1) : text;
        int radix = base;
        String digits = rest;
        if (base == 0) {
            radix = radix(rest);
            digits = rest.substring(prefix(rest));
            if (digits.indexOf('_') >= 0) {
                if (!underscoresFit(rest)) {
                    return Optional.empty();
                }
                digits = digits.replace("_", "");
            }
        }
        if (digits.isEmpty() || !isNumber(digits, radix)) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(digits.length() > 400 ? digits.substring(0, 400) : digits, radix);
        return Optional.of(negative ? value.negate() : value);
    }

    private static int radix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 10;
        }
        return switch (text.charAt(1)) {
            case 'x', 'X' -> text.length() > 2 ? 16 : 8;
            case 'b', 'B' -> text.length() > 2 ? 2 : 8;
            case 'o', 'O' -> 8;
            default -> 8;
        };
    }

    private static int prefix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 0;
        }
        return text.length() > 2 && "xXbBoO".indexOf(text.charAt(1)) >= 0 ? 2 : 1;
    }

    /** Whether every underscore stands between digits or behind a prefix. */
    private static boolean underscoresFit(String text) {
        int start = text.length() > 1 && text.charAt(0) == '0' && "xXbBoO".indexOf(text.charAt(1)) >= 0 ? 2 : 0;
        boolean digit = start == 2;
        for (int i = start; i < text.length(); i++) {
            boolean underscore = text.charAt(i) == '_';
            boolean isDigit =
                    Character.digit(text.charAt(i), start == 2 && "xX".indexOf(text.charAt(1)) >= 0 ? 16 : 10) >= 0;
            if (underscore && (!digit || i + 1 == text.length())) {
                return false;
            }
            if (!underscore && !isDigit && i > 0 && text.charAt(i - 1) == '_') {
                return false;
            }
            digit = isDigit;
        }
        return true;
    }

    private static boolean isNumber(String digits, int radix) {
        return digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    }

    /** {@code strconv.ParseFloat(text, 64)}; infinite where Go reports that the value is out of range. */
    public static Optional<Double> parseFloat(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String unsigned = lower.startsWith("+") || lower.startsWith("-") ? lower.substring(1) : lower;
        double sign = lower.startsWith("-") ? -1 : 1;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return Optional.of(sign * Double.POSITIVE_INFINITY);
        }
        if (lower.equals("nan")) {
            return Optional.of(Double.NaN);
        }
        if (unsigned.indexOf('_') >= 0 && !underscoresFit(unsigned)) {
            return Optional.empty();
        }
        String plain = unsigned.replace("_", "");
        return isFloat(plain) ? Optional.of(sign * Double.parseDouble(plain)) : Optional.empty();
    }

    /** As {@link #parseFloat}; fails with Go's message. */
    public static double requireFloat(String text) {
        double value = parseFloat(text)
                .orElseThrow(
                        () -> new GoError("strconv.ParseFloat: parsing " + Quoting.quoted(text) + ": invalid syntax"));
        if (Double.isInfinite(value) && text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            throw new GoError("strconv.ParseFloat: parsing " + Quoting.quoted(text) + ": value out of range");
        }
        return value;
    }

    /** Decimal digits with an optional point and exponent, or hexadecimal ones with the exponent that they need. */
    private static boolean isFloat(String text) {
        boolean hex = text.startsWith("0x");
        int at = hex ? 2 : 0;
        int digits = 0;
        boolean point = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0) {
                digits++;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        return at == text.length() ? !hex : text.charAt(at) == (hex ? 'p' : 'e') && isExponent(text.substring(at + 1));
    }

    private static boolean isExponent(String text) {
        String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && isNumber(digits, 10);
    }
}
