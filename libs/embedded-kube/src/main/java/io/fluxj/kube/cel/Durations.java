package io.fluxj.kube.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lengths of time such as {@code 1h30m} or {@code 2 days}, as the schema format "duration" has them. */
final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:ns|us|µs|ms|s|m|h))+");
    private static final Pattern WORDS = Pattern.compile("(\\d+)\\s*(\\pL+)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final Map<String, Long> WORD_SECONDS = Map.of(
            "s", 1L, "sec", 1L, "second", 1L, "min", 60L, "minute", 60L, "hour", 3_600L, "d", 86_400L, "day", 86_400L,
            "w", 604_800L, "week", 604_800L);
    private static final int MAX_LENGTH = 100;

    private Durations() {}

    /** The length; empty when the text is none. */
    static Optional<Duration> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        return WHOLE.matches(text) ? parts(text) : words(text);
    }

    private static Optional<Duration> parts(String text) {
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            nanos = nanos.add(new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(NANOS.getOrDefault(matcher.group(2), 0L))));
        }
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        long whole = nanos.setScale(0, RoundingMode.DOWN).longValueExact();
        return Optional.of(Duration.ofNanos(text.startsWith("-") ? -whole : whole));
    }

    private static Optional<Duration> words(String text) {
        Matcher matcher = WORDS.matcher(text);
        if (!matcher.matches() || matcher.group(1).length() > 9) {
            return Optional.empty();
        }
        String unit = matcher.group(2).toLowerCase(java.util.Locale.ROOT);
        String singular = unit.length() > 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return Optional.ofNullable(WORD_SECONDS.get(singular))
                .map(seconds -> Duration.ofSeconds(seconds * Long.parseLong(matcher.group(1))));
    }
}
