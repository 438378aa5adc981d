package io.fluxj.kustomize.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers read and written as Go does it. */
public final class GoNumbers {

    private static final BigDecimal EXPONENT_FROM = new BigDecimal("1e21");
    private static final BigDecimal EXPONENT_BELOW = new BigDecimal("1e-6");

    private GoNumbers() {}

    /** A decimal, {@code 0x}, {@code 0b}, {@code 0o} or leading-zero octal integer of any size, or null. */
    static @Nullable BigInteger parseInteger(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            radix = switch (digits.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            boolean prefixed = radix != 8 || Character.toLowerCase(digits.charAt(1)) == 'o';
            digits = digits.substring(prefixed ? 2 : 1);
        }
        BigInteger magnitude = unsigned(digits, radix);
        return magnitude == null || !negative ? magnitude : magnitude.negate();
    }

    private static @Nullable BigInteger unsigned(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 400) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= 128 || Character.digit(c, radix) < 0) {
                return null;
            }
        }
        return new BigInteger(digits, radix);
    }

    /** A {@code 0b} (and, if asked for, {@code 0o}) integer whose sign may follow the prefix. */
    static @Nullable BigInteger parseBinaryOrOctal(String text, boolean octal) {
        boolean negative = text.startsWith("-");
        String rest = negative ? text.substring(1) : text;
        int radix = rest.startsWith("0b") ? 2 : octal && rest.startsWith("0o") ? 8 : 0;
        if (radix == 0) {
            return null;
        }
        String digits = rest.substring(2);
        boolean inner = !negative && (digits.startsWith("-") || digits.startsWith("+"));
        BigInteger magnitude = unsigned(inner ? digits.substring(1) : digits, radix);
        if (magnitude == null) {
            return null;
        }
        return negative || (inner && digits.startsWith("-")) ? magnitude.negate() : magnitude;
    }

    /** Whether the text has the shape of a YAML float: sign, digits with an optional point, exponent. */
    static boolean looksLikeFloat(String text) {
        int i = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int start = i;
        i = digits(text, i);
        int whole = i - start;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = digits(text, i + 1) - i - 1;
            if (whole == 0 && fraction == 0) {
                return false;
            }
            i += fraction + 1;
        } else if (whole == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int exponent = i + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            i = digits(text, exponent);
            if (i == exponent) {
                return false;
            }
        }
        return i == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** A finite float in decimal digits, which single underscores may separate; null for anything else. */
    static @Nullable Double parseFloat(String text) {
        String plain = text.indexOf('_') > 0 ? withoutSeparators(text) : text;
        if (!looksLikeFloat(plain) || plain.length() > 400) {
            return null;
        }
        double number = Double.parseDouble(plain);
        return Double.isInfinite(number) ? null : number;
    }

    private static String withoutSeparators(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean separator = text.charAt(i) == '_'
                    && i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1));
            if (!separator) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** As Go's {@code %g} with the fewest digits: exponent form below 1e-4 and from 1e6 on. */
    public static String shortest(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal decimal = exact(number);
        int exponent = exponent(decimal);
        return exponent < -4 || exponent >= 6 ? scientific(decimal, exponent) : decimal.toPlainString();
    }

    private static BigDecimal exact(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros();
    }

    private static int exponent(BigDecimal decimal) {
        return decimal.precision() - decimal.scale() - 1;
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        String digits = decimal.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = decimal.signum() < 0 ? "-" : "";
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+")
                + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    /** As Go's {@code encoding/json} writes a finite float. */
    public static String json(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal decimal = exact(number);
        BigDecimal magnitude = decimal.abs();
        if (magnitude.compareTo(EXPONENT_BELOW) >= 0 && magnitude.compareTo(EXPONENT_FROM) < 0) {
            return decimal.toPlainString();
        }
        String text = scientific(decimal, exponent(decimal));
        return text.replace("e-0", "e-");
    }
}
