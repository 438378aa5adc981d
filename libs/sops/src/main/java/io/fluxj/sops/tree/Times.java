package io.fluxj.sops.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as Go reads and prints them. */
public final class Times {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter NANOSECONDS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("XXX")
            .toFormatter();
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d+))?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern YAML = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d+))?(Z|[+-]\\d\\d:\\d\\d)"
                    + "| (\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d+))?)?");

    private Times() {}

    /** RFC 3339 with as many digits of the second as are needed. */
    public static String precise(OffsetDateTime time) {
        return NANOSECONDS.format(time);
    }

    /** RFC 3339 with whole seconds. */
    public static String inSeconds(OffsetDateTime time) {
        return SECONDS.format(time);
    }

    /** RFC 3339. */
    public static Optional<OffsetDateTime> rfc3339(String text) {
        Matcher matcher = RFC_3339.matcher(text);
        return matcher.matches() ? time(matcher, 4, matcher.group(8)) : Optional.empty();
    }

    /** A YAML timestamp, of the forms that go-yaml takes. */
    public static Optional<OffsetDateTime> yaml(String text) {
        Matcher matcher = YAML.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean blank = matcher.group(9) != null;
        return time(matcher, blank ? 9 : 4, blank || matcher.group(8) == null ? "Z" : matcher.group(8));
    }

    private static Optional<OffsetDateTime> time(Matcher found, int hour, String offset) {
        try {
            LocalDate date = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            LocalDateTime time = date.atTime(
                    number(found, hour),
                    number(found, hour + 1),
                    number(found, hour + 2),
                    nanoseconds(found.group(hour + 3)));
            return Optional.of(time.atOffset(ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanoseconds(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
