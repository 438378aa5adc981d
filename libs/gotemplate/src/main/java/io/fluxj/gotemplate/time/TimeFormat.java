package io.fluxj.gotemplate.time;

import java.util.Locale;

/** Prints times by Go's layouts. */
final class TimeFormat {
    private final GoTime time;
    private final StringBuilder out = new StringBuilder();

    private TimeFormat(GoTime time) {
        this.time = time;
    }

    static String format(GoTime time, String layout) {
        TimeFormat format = new TimeFormat(time);
        int at = 0;
        while (at < layout.length()) {
            Chunk chunk = Chunk.next(layout, at);
            format.out.append(layout, at, chunk.start());
            format.append(chunk);
            at = chunk.end();
        }
        return format.out.toString();
    }

    private void append(Chunk chunk) {
        var t = time.time();
        switch (chunk.kind()) {
            case NONE -> {}
            case YEAR -> number(Math.abs(t.getYear()) % 100, 2);
            case LONG_YEAR -> number(t.getYear(), 4);
            case MONTH -> out.append(Names.MONTHS.get(t.getMonthValue() - 1), 0, 3);
            case LONG_MONTH -> out.append(Names.MONTHS.get(t.getMonthValue() - 1));
            case NUMBER_MONTH -> number(t.getMonthValue(), 1);
            case ZERO_MONTH -> number(t.getMonthValue(), 2);
            case WEEKDAY -> out.append(Names.DAYS.get(t.getDayOfWeek().getValue() % 7), 0, 3);
            case LONG_WEEKDAY -> out.append(Names.DAYS.get(t.getDayOfWeek().getValue() % 7));
            case DAY -> number(t.getDayOfMonth(), 1);
            case UNDER_DAY -> blanked(t.getDayOfMonth(), 2);
            case ZERO_DAY -> number(t.getDayOfMonth(), 2);
            case UNDER_YEAR_DAY -> blanked(t.getDayOfYear(), 3);
            case ZERO_YEAR_DAY -> number(t.getDayOfYear(), 3);
            case HOUR -> number(t.getHour(), 2);
            case HOUR12 -> number((t.getHour() + 11) % 12 + 1, 1);
            case ZERO_HOUR12 -> number((t.getHour() + 11) % 12 + 1, 2);
            case MINUTE -> number(t.getMinute(), 1);
            case ZERO_MINUTE -> number(t.getMinute(), 2);
            case SECOND -> number(t.getSecond(), 1);
            case ZERO_SECOND -> number(t.getSecond(), 2);
            case UPPER_PM -> out.append(t.getHour() >= 12 ? "PM" : "AM");
            case LOWER_PM -> out.append(t.getHour() >= 12 ? "pm" : "am");
            case ZONE_NAME -> zoneName();
            case OFFSET -> offset(chunk.text());
            case OFFSET_OR_Z -> {
                if (t.getOffset().getTotalSeconds() == 0) {
                    out.append('Z');
                } else {
                    offset(chunk.text());
                }
            }
            case FRACTION_ZEROS -> fraction(chunk.text(), false);
            case FRACTION_NINES -> fraction(chunk.text(), true);
        }
    }

    private void number(int value, int width) {
        out.append(value < 0 ? "-" : "").append(String.format(Locale.ROOT, "%0" + width + "d", Math.abs(value)));
    }

    private void blanked(int value, int width) {
        out.append(String.format(Locale.ROOT, "%" + width + "d", value));
    }

    private void zoneName() {
        String name = time.zoneName();
        if (name.isEmpty()) {
            offset("-0700");
        } else {
            out.append(name);
        }
    }

    private void offset(String form) {
        int seconds = time.time().getOffset().getTotalSeconds();
        int size = Math.abs(seconds);
        String colon = form.contains(":") ? ":" : "";
        boolean hoursOnly = form.length() == 3;
        boolean withSeconds = form.length() == 7 || form.length() == 9;
        out.append(seconds / 60 < 0 ? '-' : '+');
        number(size / 3600, 2);
        if (!hoursOnly) {
            out.append(colon);
            number(size / 60 % 60, 2);
        }
        if (withSeconds) {
            out.append(colon);
            number(size % 60, 2);
        }
    }

    private void fraction(String form, boolean trims) {
        String digits = String.format(Locale.ROOT, "%09d", time.time().getNano());
        int count = Math.min(form.length() - 1, digits.length());
        int end = count;
        while (trims && end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        if (end > 0 || !trims) {
            out.append(form.charAt(0)).append(digits, 0, end);
        }
    }
}
