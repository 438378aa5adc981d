package io.fluxj.source.helm.index;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as Go reads and writes them in JSON. */
final class GoMoment {
    /** One that nobody set. */
    static final String ZERO = "0001-01-01T00:00:00Z";

    private static final Pattern RFC3339 = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?(Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)");

    private static final int NANOSECOND_DIGITS = 9;

    private GoMoment() {}

    /** The form in which it is written: without zeros at the end of the fraction, and with Z for no offset. */
    static Optional<String> normal(String text) {
        Matcher parts = RFC3339.matcher(text);
        if (!parts.matches() || !isDate(parts.group(1))) {
            return Optional.empty();
        }
        String zone = parts.group(3).endsWith("00:00") ? "Z" : parts.group(3);
        return Optional.of(parts.group(1) + fraction(parts.group(2) == null ? "" : parts.group(2)) + zone);
    }

    private static String fraction(String digits) {
        String kept = digits.substring(0, Math.min(digits.length(), NANOSECOND_DIGITS))
                .replaceFirst("0+$", "");
        return kept.isEmpty() ? "" : "." + kept;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDateTime.parse(text) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
