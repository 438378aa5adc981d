package io.fluxj.yaml;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as YAML 1.1 writes them, turned into the RFC 3339 text that they print as. */
public final class Timestamps {

    private static final Pattern FORMS = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:([Tt ])([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})?)?");

    private Timestamps() {}

    /** The RFC 3339 form, or null if the text is no timestamp. */
    public static @Nullable String toRfc3339(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return null;
        }
        Matcher form = FORMS.matcher(text);
        if (!form.matches() || !isDate(form)) {
            return null;
        }
        String date = form.group(1) + "-" + two(form.group(2)) + "-" + two(form.group(3));
        if (form.group(4) == null) {
            return date + "T00:00:00Z";
        }
        boolean blank = form.group(4).equals(" ");
        String zone = form.group(9);
        if (blank != (zone == null) || !isTime(form) || !isZone(zone)) {
            return null;
        }
        String time = two(form.group(5)) + ":" + two(form.group(6)) + ":" + two(form.group(7));
        return date + "T" + time + fraction(form.group(8)) + zone(zone);
    }

    private static boolean isDate(Matcher form) {
        try {
            LocalDate.of(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(Matcher form) {
        return Integer.parseInt(form.group(5)) < 24
                && Integer.parseInt(form.group(6)) < 60
                && Integer.parseInt(form.group(7)) < 60;
    }

    private static boolean isZone(@Nullable String zone) {
        return zone == null
                || zone.equals("Z")
                || (Integer.parseInt(zone.substring(1, 3)) <= 24 && Integer.parseInt(zone.substring(4)) < 60);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static String fraction(@Nullable String digits) {
        if (digits == null) {
            return "";
        }
        String nanos = digits.length() > 9 ? digits.substring(0, 9) : digits;
        int end = nanos.length();
        while (end > 0 && nanos.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? "" : "." + nanos.substring(0, end);
    }

    private static String zone(@Nullable String zone) {
        return zone == null || zone.equals("Z") || zone.endsWith("00:00") ? "Z" : zone;
    }
}
