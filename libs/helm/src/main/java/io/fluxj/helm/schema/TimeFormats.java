package io.fluxj.helm.schema;

import static io.fluxj.helm.schema.AddressFormats.within;

import io.fluxj.gotemplate.format.Quoting;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Formats of times. Each rule answers with what is wrong, or an empty text. */
final class TimeFormats {
    private TimeFormats() {}

    static String date(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return "parsing time " + Quoting.quoted(text) + " as \"2006-01-02\": cannot parse " + Quoting.quoted(text)
                    + " as \"2006\"";
        }
        try {
            LocalDate.parse(text);
            return "";
        } catch (DateTimeParseException e) {
            boolean month = Integer.parseInt(text.substring(5, 7)) > 12 || text.startsWith("00", 5);
            return "parsing time " + Quoting.quoted(text) + ": " + (month ? "month" : "day") + " out of range";
        }
    }

    static String dateTime(String text) {
        if (text.length() < 20) {
            return "less than 20 characters long";
        }
        if (text.charAt(10) != 't' && text.charAt(10) != 'T') {
            return "11th character must be t or T";
        }
        String date = within("invalid date element: ", date(text.substring(0, 10)));
        return date.isEmpty() ? within("invalid time element: ", time(text.substring(11))) : date;
    }

    static String time(String text) {
        if (text.length() < 9) {
            return "less than 9 characters long";
        }
        if (text.charAt(2) != ':' || text.charAt(5) != ':') {
            return "missing colon in correct place";
        }
        if (!text.substring(0, 8).matches("[0-9]{2}:[0-9]{2}:[0-9]{2}")) {
            return "invalid hour/min/sec";
        }
        int hour = Integer.parseInt(text.substring(0, 2));
        int minute = Integer.parseInt(text.substring(3, 5));
        int second = Integer.parseInt(text.substring(6, 8));
        if (hour > 23 || minute > 59 || second > 60) {
            return "hour/min/sec out of range";
        }
        return afterSeconds(text.substring(8), hour * 60 + minute, second);
    }

    private static String afterSeconds(String text, int minutes, int second) {
        String zone = text;
        if (zone.startsWith(".")) {
            zone = zone.substring(1).replaceFirst("^[0-9]+", "");
            if (zone.length() == text.length() - 1) {
                return "no digits in second fraction";
            }
        }
        int offset = 0;
        if (!zone.equalsIgnoreCase("z")) {
            String problem = zone(zone);
            if (!problem.isEmpty()) {
                return problem;
            }
            int size = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(4));
            offset = zone.startsWith("+") ? -size : size;
        }
        int utc = Math.floorMod(minutes + offset, 24 * 60);
        return second >= 60 && utc != 24 * 60 - 1 ? "invalid leap second" : "";
    }

    private static String zone(String zone) {
        if (zone.length() != 6) {
            return "offset must be 6 characters long";
        }
        if (!zone.startsWith("+") && !zone.startsWith("-")) {
            return "offset must begin with plus/minus";
        }
        if (zone.charAt(3) != ':') {
            return "missing colon in offset in correct place";
        }
        if (!zone.substring(1).matches("[0-9]{2}:[0-9]{2}")) {
            return "invalid hour/min in offset";
        }
        boolean inRange = Integer.parseInt(zone.substring(1, 3)) <= 23 && Integer.parseInt(zone.substring(4)) <= 59;
        return inRange ? "" : "hour/min in offset out of range";
    }

    static String duration(String text) {
        if (!text.startsWith("P")) {
            return "must start with P";
        }
        String rest = text.substring(1);
        if (rest.isEmpty()) {
            return "nothing after P";
        }
        if (rest.endsWith("W")) {
            String weeks = rest.substring(0, rest.length() - 1);
            return weeks.isEmpty() ? "no number in week" : weeks.matches("[0-9]+") ? "" : "invalid week";
        }
        String[] halves = rest.split("T", -1);
        if (halves.length > 2) {
            return "more than one T";
        }
        List<String> units = List.of("YMD", "HMS");
        for (int i = 0; i < halves.length; i++) {
            String problem = i > 0 && halves[i].isEmpty() ? "no time elements" : elements(halves[i], units.get(i));
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String elements(String text, String units) {
        String rest = text;
        String left = units;
        while (!rest.isEmpty()) {
            String unit = rest.replaceFirst("^[0-9]+", "");
            if (unit.length() == rest.length()) {
                return "missing number";
            }
            if (unit.isEmpty()) {
                return "missing unit";
            }
            int at = left.indexOf(unit.charAt(0));
            if (at < 0) {
                String quoted = Quoting.quotedRune(unit.charAt(0), false);
                return units.indexOf(unit.charAt(0)) >= 0
                        ? "unit " + quoted + " out of order"
                        : "invalid unit " + quoted;
            }
            left = left.substring(at + 1);
            rest = unit.substring(1);
        }
        return "";
    }

    static String period(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return "missing slash";
        }
        String start = text.substring(0, slash);
        String end = text.substring(slash + 1);
        if (start.startsWith("P")) {
            String problem = within("invalid start duration: ", duration(start));
            return problem.isEmpty() ? within("invalid end date-time: ", dateTime(end)) : problem;
        }
        String problem = within("invalid start date-time: ", dateTime(start));
        if (!problem.isEmpty()) {
            return problem;
        }
        return end.startsWith("P")
                ? within("invalid end duration: ", duration(end))
                : within("invalid end date-time: ", dateTime(end));
    }
}
