package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.format.Quoting;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads durations by the rules of Go's {@code time.ParseDuration}. */
final class DurationParse {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(63);

    private final String text;
    private String rest;

    private DurationParse(String text, String rest) {
        this.text = text;
        this.rest = rest;
    }

    static GoDuration parse(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return new GoDuration(0);
        }
        BigInteger size = new DurationParse(text, rest).sum();
        if (!negative && size.equals(MOST)) {
            throw GoDuration.invalid("invalid duration", text);
        }
        return new GoDuration(negative ? size.negate().longValue() : size.longValue());
    }

    private BigInteger sum() {
        if (rest.isEmpty()) {
            throw GoDuration.invalid("invalid duration", text);
        }
        BigInteger sum = BigInteger.ZERO;
        while (!rest.isEmpty()) {
            sum = sum.add(part());
            if (sum.compareTo(MOST) > 0) {
                throw GoDuration.invalid("invalid duration", text);
            }
        }
        return sum;
    }

    private BigInteger part() {
        String whole = digits();
        String fraction = "";
        if (rest.startsWith(".")) {
            rest = rest.substring(1);
            fraction = digits();
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            throw GoDuration.invalid("invalid duration", text);
        }
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '.' && !isDigit(rest.charAt(end))) {
            end++;
        }
        if (end == 0) {
            throw GoDuration.invalid("missing unit in duration", text);
        }
        String name = rest.substring(0, end);
        rest = rest.substring(end);
        Long unit = unit(name);
        if (unit == null) {
            throw GoDuration.invalid("unknown unit " + Quoting.quoted(name) + " in duration", text);
        }
        return size(whole, fraction, unit);
    }

    private BigInteger size(String whole, String fraction, long unit) {
        BigInteger count = new BigInteger("0" + whole.substring(0, Math.min(whole.length(), 30)));
        BigInteger size = count.multiply(BigInteger.valueOf(unit));
        if (whole.length() > 30 || size.compareTo(MOST) > 0) {
            throw GoDuration.invalid("invalid duration", text);
        }
        String digits = fraction.substring(0, Math.min(fraction.length(), 18));
        BigDecimal part = digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal("0." + digits);
        return size.add(part.multiply(BigDecimal.valueOf(unit)).toBigInteger());
    }

    private String digits() {
        int end = 0;
        while (end < rest.length() && isDigit(rest.charAt(end))) {
            end++;
        }
        String digits = rest.substring(0, end);
        rest = rest.substring(end);
        return digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable Long unit(String name) {
        return switch (name) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> null;
        };
    }
}
