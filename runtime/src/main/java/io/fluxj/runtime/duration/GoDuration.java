package io.fluxj.runtime.duration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, {@code 1h30m}, {@code 750ms}, {@code 10m0s}: in flags, specs and messages. */
public final class GoDuration {
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
    private static final int LONGEST = 64;

    private GoDuration() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when {@code text} is not of the form {@code [+-](number unit)+} or {@code 0}
     */
    public static Duration parse(String text) {
        boolean negative = text.startsWith("-");
        String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return Duration.ZERO;
        }
        Duration size = size(unsigned, text);
        return negative ? size.negated() : size;
    }

    private static Duration size(String unsigned, String text) {
        if (unsigned.isEmpty() || unsigned.length() > LONGEST) {
            throw invalid(text);
        }
        Matcher part = PART.matcher(unsigned);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (end < unsigned.length()) {
            if (!part.find() || part.start() != end) {
                throw invalid(text);
            }
            nanos = nanos.add(number(part.group(1), text).multiply(BigDecimal.valueOf(nanos(part.group(2)))));
            end = part.end();
        }
        return Duration.ofNanos(inRange(nanos, text));
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 1_000L;
        };
    }

    private static long inRange(BigDecimal nanos, String text) {
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw invalid(text);
        }
        return nanos.setScale(0, RoundingMode.DOWN).longValueExact();
    }

    private static BigDecimal number(String digits, String text) {
        if (digits.isEmpty() || digits.equals(".")) {
            throw invalid(text);
        }
        return new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not a duration: write numbers with units, such as 30s, 1h30m or 750ms");
    }

    /** Writes a duration, {@code 10m0s} for ten minutes, {@code 1.5s}, {@code 750ms}, {@code 0s}. */
    public static String format(Duration duration) {
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        long nanos = duration.toNanos();
        if (nanos < 1_000_000_000L) {
            return small(nanos);
        }
        long hours = duration.toHours();
        long minutes = duration.toMinutesPart();
        String seconds = decimal(nanos % 60_000_000_000L, 9) + "s";
        if (hours > 0) {
            return hours + "h" + minutes + "m" + seconds;
        }
        return minutes > 0 ? minutes + "m" + seconds : seconds;
    }

    private static String small(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long value, int places) {
        BigDecimal number = BigDecimal.valueOf(value, places).stripTrailingZeros();
        return number.toPlainString();
    }
}
