package io.fluxj.gotemplate.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Prints floating-point numbers as Go's {@code strconv.FormatFloat}. */
public final class GoFloats {
    /** A precision of as many digits as tell the number from its neighbours. */
    public static final int SHORTEST = -1;

    private static final int LEAST_EXPONENT = -4;
    private static final int SHORTEST_DIGITS = 6;

    private GoFloats() {}

    /** Decimal digits with the point before the first of them moved {@code point} places to the right. */
    private record Digits(String digits, int point) {
        int count() {
            return digits.length();
        }
    }

    /**
     * Prints a number.
     *
     * @param verb one of {@code e E f F g G b x X}
     * @param precision digits, or {@link #SHORTEST}
     * @param bits 32 for a float32, 64 for a float64
     */
    public static String format(double value, char verb, int precision, int bits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        String sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
        double magnitude = Math.abs(value);
        return sign
                + switch (verb) {
                    case 'b' -> binary(magnitude, bits);
                    case 'x', 'X' -> hexadecimal(magnitude, verb, precision);
                    case 'e', 'E' -> exponential(magnitude, verb, precision, bits);
                    case 'f', 'F' -> plain(magnitude, precision, bits);
                    default -> general(magnitude, verb, precision, bits);
                };
    }

    private static Digits shortest(double value, int bits) {
        if (value == 0) {
            return new Digits("", 0);
        }
        BigDecimal decimal = new BigDecimal(bits == 32 ? Float.toString((float) value) : Double.toString(value));
        if (decimal.stripTrailingZeros().precision() == 2) {
            BigDecimal one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            boolean same = bits == 32 ? one.floatValue() == (float) value : one.doubleValue() == value;
            decimal = same ? one : decimal;
        }
        return digits(decimal);
    }

    private static Digits digits(BigDecimal value) {
        if (value.signum() == 0) {
            return new Digits("", 0);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        return new Digits(digits, digits.length() - stripped.scale());
    }

    private static String exponential(double value, char verb, int precision, int bits) {
        if (precision < 0) {
            Digits digits = shortest(value, bits);
            return exponential(digits, verb, Math.max(digits.count() - 1, 0));
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        return exponential(digits(rounded), verb, precision);
    }

    private static String exponential(Digits digits, char verb, int precision) {
        StringBuilder out = new StringBuilder();
        out.append(digits.count() == 0 ? '0' : digits.digits().charAt(0));
        if (precision > 0) {
            int end = Math.min(digits.count(), precision + 1);
            String rest = end > 1 ? digits.digits().substring(1, end) : "";
            out.append('.').append(rest).repeat('0', precision - rest.length());
        }
        int exponent = digits.count() == 0 ? 0 : digits.point() - 1;
        out.append(verb).append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return out.append(size < 10 ? "0" : "").append(size).toString();
    }

    private static String plain(double value, int precision, int bits) {
        if (precision >= 0) {
            return new BigDecimal(value)
                    .setScale(precision, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        Digits digits = shortest(value, bits);
        return plain(digits, Math.max(digits.count() - digits.point(), 0));
    }

    private static String plain(Digits digits, int precision) {
        StringBuilder out = new StringBuilder();
        if (digits.point() > 0) {
            int whole = Math.min(digits.count(), digits.point());
            out.append(digits.digits(), 0, whole).repeat('0', digits.point() - whole);
        } else {
            out.append('0');
        }
        if (precision > 0) {
            out.append('.');
            for (int i = 0; i < precision; i++) {
                int at = digits.point() + i;
                out.append(at >= 0 && at < digits.count() ? digits.digits().charAt(at) : '0');
            }
        }
        return out.toString();
    }

    private static String general(double value, char verb, int precision, int bits) {
        boolean shortest = precision < 0;
        int wanted = precision == 0 ? 1 : precision;
        Digits digits = shortest
                ? shortest(value, bits)
                : digits(new BigDecimal(value).round(new MathContext(wanted, RoundingMode.HALF_EVEN)));
        int limit = wanted > digits.count() && digits.count() >= digits.point() ? digits.count() : wanted;
        limit = shortest ? SHORTEST_DIGITS : limit;
        int exponent = digits.point() - 1;
        if (exponent < LEAST_EXPONENT || exponent >= limit) {
            int shown = shortest ? digits.count() : Math.min(wanted, digits.count());
            return exponential(digits, verb == 'G' ? 'E' : 'e', shown - 1);
        }
        return plain(digits, Math.max(digits.count() - digits.point(), 0));
    }

    private static String binary(double value, int bits) {
        if (bits == 32) {
            int raw = Float.floatToRawIntBits((float) value);
            int exponent = raw >>> 23;
            long mantissa = raw & 0x7FFFFF;
            return (exponent == 0 ? mantissa : mantissa | 0x800000) + "p" + signed(Math.max(exponent, 1) - 150);
        }
        long raw = Double.doubleToRawLongBits(value);
        int exponent = (int) (raw >>> 52);
        long mantissa = raw & 0xFFFFFFFFFFFFFL;
        return (exponent == 0 ? mantissa : mantissa | 1L << 52) + "p" + signed(Math.max(exponent, 1) - 1075);
    }

    private static String signed(int exponent) {
        return (exponent < 0 ? "" : "+") + exponent;
    }

    private static String hexadecimal(double value, char verb, int precision) {
        BigInteger mantissa = BigInteger.ZERO;
        int exponent = 0;
        if (value != 0) {
            exponent = Math.getExponent(value);
            if (exponent < Double.MIN_EXPONENT) {
                exponent = Math.getExponent(value * 0x1p60) - 60;
            }
            mantissa = new BigDecimal(value).multiply(power(52 - exponent)).toBigInteger();
        }
        String digits = mantissa.toString(16);
        if (precision >= 0 && precision < 13 && value != 0) {
            BigInteger unit = BigInteger.ONE.shiftLeft(4 * (13 - precision));
            BigInteger[] parts = mantissa.divideAndRemainder(unit);
            int half = parts[1].shiftLeft(1).compareTo(unit);
            boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
            BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
            if (rounded.bitLength() > 1 + 4 * precision) {
                rounded = rounded.shiftRight(1);
                exponent++;
            }
            digits = rounded.toString(16);
        }
        String fraction = value == 0 ? "" : digits.substring(1);
        if (precision < 0) {
            fraction = fraction.replaceAll("0+$", "");
        } else {
            fraction = fraction + "0".repeat(Math.max(0, precision - fraction.length()));
        }
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        String text = "0x" + (value == 0 ? "0" : "1") + (fraction.isEmpty() ? "" : "." + fraction) + "p"
                + (exponent < 0 ? "-" : "+") + power;
        return verb == 'X' ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    private static BigDecimal power(int exponent) {
        BigDecimal two = BigDecimal.valueOf(2);
        return exponent >= 0 ? two.pow(exponent) : BigDecimal.ONE.divide(two.pow(-exponent));
    }

    /** The number as JSON and YAML of Go print it: an exponent only below 1e-6 and from 1e21 on. */
    public static @Nullable String json(double value, int bits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        double magnitude = Math.abs(value);
        boolean exponential = magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
        String text = format(value, exponential ? 'e' : 'f', SHORTEST, bits);
        int length = text.length();
        boolean padded = exponential
                && length >= 4
                && text.charAt(length - 4) == 'e'
                && text.charAt(length - 3) == '-'
                && text.charAt(length - 2) == '0';
        return padded ? text.substring(0, length - 2) + text.charAt(length - 1) : text;
    }
}
