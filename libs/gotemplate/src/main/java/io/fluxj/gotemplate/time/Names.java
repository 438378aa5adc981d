package io.fluxj.gotemplate.time;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Names of months, days and zones. */
final class Names {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private Names() {}

    static List<String> shortened(List<String> names) {
        return names.stream().map(name -> name.substring(0, 3)).toList();
    }

    /** The abbreviation of a zone at a time, the offset in digits where there is none; empty for a plain offset. */
    static String zone(ZonedDateTime time) {
        if (time.getZone() instanceof ZoneOffset) {
            return "";
        }
        String name = ZONE.format(time);
        boolean abbreviation = name.chars().allMatch(c -> c >= 'A' && c <= 'Z') && name.length() <= 5;
        return abbreviation ? name : digits(time.getOffset().getTotalSeconds());
    }

    private static String digits(int offset) {
        int minutes = Math.abs(offset) / 60;
        String hours = (offset < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", minutes / 60);
        return minutes % 60 == 0 ? hours : hours + String.format(Locale.ROOT, "%02d", minutes % 60);
    }
}
