package io.fluxj.api.meta;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time in the notation of Go's {@code time.Duration}: whole nanoseconds within 64 bits. */
final class GoDurationText {
    private static final Pattern WHOLE =
            Pattern.compile("([+-]?)(?:0|((?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+))");
    private static final Pattern PART = Pattern.compile("([\\d.]+)(\\D+)");
    private static final int LONGEST_TEXT = 200;

    private GoDurationText() {}

    static Duration parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (text.length() > LONGEST_TEXT || !whole.matches()) {
            throw refusal(text, "write numbers with units, such as 30s, 5m or 1h30m");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(whole.group(2) == null ? "" : whole.group(2));
        while (part.find()) {
            var unit = BigDecimal.valueOf(nanos(part.group(2)));
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit).setScale(0, RoundingMode.DOWN));
        }
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw refusal(text, "it is longer than 292 years");
        }
        long value = nanos.longValueExact();
        return Duration.ofNanos("-".equals(whole.group(1)) ? -value : value);
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalStateException("the pattern lets no unit " + unit + " through");
        };
    }

    private static IllegalArgumentException refusal(String text, String advice) {
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
        return new IllegalArgumentException("\"" + shown + "\" is not a duration: " + advice);
    }

    static String print(Duration value) {
        if (value.isZero()) {
            return "0s";
        }
        String sign = value.isNegative() ? "-" : "";
        Duration length = value.abs();
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            return sign + fraction(length.toNanos());
        }
        long minutes = length.toMinutes();
        String seconds = decimal(length.minusMinutes(minutes).toNanos(), 9) + "s";
        String hours = minutes >= 60 ? minutes / 60 + "h" : "";
        return sign + hours + (minutes > 0 ? minutes % 60 + "m" : "") + seconds;
    }

    private static String fraction(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long value, int scale) {
        BigDecimal number = BigDecimal.valueOf(value, scale).stripTrailingZeros();
        return number.toPlainString();
    }
}
