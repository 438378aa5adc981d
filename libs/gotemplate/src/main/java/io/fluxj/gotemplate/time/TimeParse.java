package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.value.GoError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times by Go's layouts ({@code time.ParseInLocation}). */
final class TimeParse {
    private final String layout;
    private final String text;
    private final ZoneId local;
    private String rest;
    private String outOfRange = "";
    private int year;
    private int month = -1;
    private int day = -1;
    private int yearDay = -1;
    private int hour;
    private int minute;
    private int second;
    private int nanos;
    private boolean morning;
    private boolean afternoon;
    private @Nullable Integer offset;
    private boolean utc;
    private String zoneName = "";

    private TimeParse(String layout, String text, ZoneId local) {
        this.layout = layout;
        this.text = text;
        this.local = local;
        this.rest = text;
    }

    /**
     * Reads a time.
     *
     * @param local where a time without zone is
     * @throws GoError when the text does not follow the layout
     */
    static GoTime parse(String layout, String text, ZoneId local) {
        return new TimeParse(layout, text, local).parse();
    }

    /** The text does not go on as it should; what it should have been is known to the caller. */
    private static final class BadText extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadText() {
            super(null, null, false, false);
        }
    }

    private GoTime parse() {
        int at = 0;
        while (true) {
            Chunk chunk = Chunk.next(layout, at);
            skip(layout.substring(at, chunk.start()));
            if (chunk.kind() == Chunk.Kind.NONE) {
                break;
            }
            at = chunk.end();
            String before = rest;
            try {
                read(chunk, at);
            } catch (BadText e) {
                if (outOfRange.isEmpty()) {
                    throw mismatch(before, chunk.text());
                }
            }
            if (!outOfRange.isEmpty()) {
                throw wrong(": " + outOfRange + " out of range");
            }
        }
        if (!rest.isEmpty()) {
            throw wrong(": extra text: " + quoted(rest));
        }
        return result();
    }

    private GoError mismatch(String value, String element) {
        return new GoError("parsing time " + quoted(text) + " as " + quoted(layout) + ": cannot parse " + quoted(value)
                + " as " + quoted(element));
    }

    private GoError wrong(String problem) {
        return new GoError("parsing time " + quoted(text) + problem);
    }

    /** Go's time package has its own quotes: bytes that are no printable ASCII are escaped. */
    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int c : value.codePoints().toArray()) {
            if (c >= 0x80 || c < ' ') {
                for (byte b : io.fluxj.gotemplate.value.GoText.bytes(Character.toString(c))) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", b & 0xFF));
                }
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        }
        return out.append('"').toString();
    }

    /** Passes what the layout has as plain text; a run of blanks matches any. */
    private void skip(String prefix) {
        String left = prefix;
        while (!left.isEmpty()) {
            if (left.charAt(0) == ' ') {
                if (!rest.isEmpty() && rest.charAt(0) != ' ') {
                    throw mismatch(rest, prefix);
                }
                left = withoutBlanks(left);
                rest = withoutBlanks(rest);
            } else if (rest.isEmpty() || rest.charAt(0) != left.charAt(0)) {
                throw mismatch(rest, prefix);
            } else {
                left = left.substring(1);
                rest = rest.substring(1);
            }
        }
    }

    private static String withoutBlanks(String value) {
        int i = 0;
        while (i < value.length() && value.charAt(i) == ' ') {
            i++;
        }
        return value.substring(i);
    }

    private void read(Chunk chunk, int after) {
        switch (chunk.kind()) {
            case NONE -> {}
            case YEAR -> {
                int two = integer(take(2));
                year = two + (two >= 69 ? 1900 : 2000);
            }
            case LONG_YEAR -> {
                require(isDigit(0) && rest.length() >= 4);
                year = integer(take(4));
            }
            case MONTH -> month = lookup(Names.shortened(Names.MONTHS)) + 1;
            case LONG_MONTH -> month = lookup(Names.MONTHS) + 1;
            case NUMBER_MONTH, ZERO_MONTH -> {
                month = number(chunk.kind() == Chunk.Kind.ZERO_MONTH);
                range(month >= 1 && month <= 12, "month");
            }
            case WEEKDAY -> lookup(Names.shortened(Names.DAYS));
            case LONG_WEEKDAY -> lookup(Names.DAYS);
            case DAY, UNDER_DAY, ZERO_DAY -> {
                blanks(chunk.kind() == Chunk.Kind.UNDER_DAY ? 1 : 0);
                day = number(chunk.kind() == Chunk.Kind.ZERO_DAY);
            }
            case UNDER_YEAR_DAY, ZERO_YEAR_DAY -> {
                blanks(chunk.kind() == Chunk.Kind.UNDER_YEAR_DAY ? 2 : 0);
                yearDay = threeDigits(chunk.kind() == Chunk.Kind.ZERO_YEAR_DAY);
            }
            case HOUR -> {
                hour = number(false);
                range(hour < 24, "hour");
            }
            case HOUR12, ZERO_HOUR12 -> {
                hour = number(chunk.kind() == Chunk.Kind.ZERO_HOUR12);
                range(hour <= 12, "hour");
            }
            case MINUTE, ZERO_MINUTE -> {
                minute = number(chunk.kind() == Chunk.Kind.ZERO_MINUTE);
                range(minute < 60, "minute");
            }
            case SECOND, ZERO_SECOND -> seconds(chunk, after);
            case UPPER_PM -> half(take(2), "AM", "PM");
            case LOWER_PM -> half(take(2), "am", "pm");
            case OFFSET_OR_Z -> {
                utc = rest.startsWith("Z");
                if (utc) {
                    rest = rest.substring(1);
                } else {
                    offset(chunk.text());
                }
            }
            case OFFSET -> offset(chunk.text());
            case ZONE_NAME -> zone();
            case FRACTION_ZEROS -> {
                require(rest.length() >= chunk.text().length());
                nanos = fraction(take(chunk.text().length()));
            }
            case FRACTION_NINES -> nanos = isFraction() ? fraction(take(fractionLength())) : nanos;
        }
    }

    private void require(boolean condition) {
        if (!condition) {
            throw new BadText();
        }
    }

    private void range(boolean condition, String what) {
        outOfRange = condition ? outOfRange : what;
    }

    private boolean isDigit(int index) {
        return index < rest.length() && rest.charAt(index) >= '0' && rest.charAt(index) <= '9';
    }

    private String take(int length) {
        require(rest.length() >= length);
        String taken = rest.substring(0, length);
        rest = rest.substring(length);
        return taken;
    }

    private int integer(String digits) {
        require(digits.chars().allMatch(c -> c >= '0' && c <= '9'));
        return Integer.parseInt(digits);
    }

    private void blanks(int most) {
        for (int i = 0; i < most && rest.startsWith(" "); i++) {
            rest = rest.substring(1);
        }
    }

    /** One digit or two. */
    private int number(boolean fixed) {
        require(isDigit(0) && (isDigit(1) || !fixed));
        return integer(take(isDigit(1) ? 2 : 1));
    }

    private int threeDigits(boolean fixed) {
        int count = 0;
        while (count < 3 && isDigit(count)) {
            count++;
        }
        require(count > 0 && (count == 3 || !fixed));
        return integer(take(count));
    }

    private int lookup(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (rest.regionMatches(true, 0, names.get(i), 0, names.get(i).length())) {
                rest = rest.substring(names.get(i).length());
                return i;
            }
        }
        throw new BadText();
    }

    /** A fraction may follow the seconds even where the layout has none. */
    private void seconds(Chunk chunk, int after) {
        second = number(chunk.kind() == Chunk.Kind.ZERO_SECOND);
        range(second < 60, "second");
        Chunk.Kind next = Chunk.next(layout, after).kind();
        boolean expected = next == Chunk.Kind.FRACTION_ZEROS || next == Chunk.Kind.FRACTION_NINES;
        if (second < 60 && isFraction() && !expected) {
            nanos = fraction(take(fractionLength()));
        }
    }

    private boolean isFraction() {
        return rest.length() >= 2 && (rest.charAt(0) == '.' || rest.charAt(0) == ',') && isDigit(1);
    }

    private int fractionLength() {
        int length = 1;
        while (isDigit(length)) {
            length++;
        }
        return length;
    }

    private int fraction(String written) {
        require(written.charAt(0) == '.' || written.charAt(0) == ',');
        String digits = written.substring(1, Math.min(written.length(), 10));
        int value = integer(digits);
        for (int i = digits.length(); i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    private void half(String written, String am, String pm) {
        require(written.equals(am) || written.equals(pm));
        morning |= written.equals(am);
        afternoon |= written.equals(pm);
    }

    private void offset(String form) {
        boolean colon = form.contains(":");
        boolean hoursOnly = form.length() == 3;
        boolean seconds = form.length() == 7 || form.length() == 9;
        String written = take(form.length());
        require(!colon || (written.charAt(3) == ':' && (!seconds || written.charAt(6) == ':')));
        String digits = written.substring(1).replace(":", "") + (hoursOnly ? "0000" : seconds ? "" : "00");
        require(digits.length() == 6);
        int h = integer(digits.substring(0, 2));
        int m = integer(digits.substring(2, 4));
        int s = integer(digits.substring(4));
        range(h <= 24, "time zone offset hour");
        range(m <= 60, "time zone offset minute");
        range(s <= 60, "time zone offset second");
        require(written.charAt(0) == '+' || written.charAt(0) == '-');
        offset = ((h * 60 + m) * 60 + s) * (written.charAt(0) == '-' ? -1 : 1);
    }

    private void zone() {
        if (rest.startsWith("UTC")) {
            utc = true;
            rest = rest.substring(3);
            return;
        }
        int length = ZoneNames.length(rest);
        require(length > 0);
        zoneName = take(length);
    }

    private GoTime result() {
        if (afternoon && hour < 12) {
            hour += 12;
        } else if (morning && hour == 12) {
            hour = 0;
        }
        LocalDate date = yearDay >= 0 ? dateOfYearDay() : date();
        LocalDateTime time = date.atTime(hour, minute, second, nanos);
        if (utc) {
            return GoTime.of(time.atZone(ZoneId.of("UTC")));
        }
        if (offset != null) {
            return atOffset(time, offset);
        }
        if (!zoneName.isEmpty()) {
            return inNamedZone(time);
        }
        return GoTime.of(time.atZone(local));
    }

    private LocalDate date() {
        try {
            return LocalDate.of(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
        } catch (DateTimeException e) {
            throw wrong(": day out of range");
        }
    }

    private LocalDate dateOfYearDay() {
        if (yearDay < 1 || yearDay > Year.of(year).length()) {
            throw wrong(": day-of-year out of range");
        }
        LocalDate date = LocalDate.ofYearDay(year, yearDay);
        if (month >= 0 && month != date.getMonthValue()) {
            throw wrong(": day-of-year does not match month");
        }
        if (day >= 0 && day != date.getDayOfMonth()) {
            throw wrong(": day-of-year does not match day");
        }
        return date;
    }

    /** The local zone when it has this offset at that time. */
    private GoTime atOffset(LocalDateTime time, int seconds) {
        ZonedDateTime fixed =
                time.atOffset(ZoneOffset.UTC).minusSeconds(seconds).atZoneSameInstant(local);
        GoTime here = GoTime.of(fixed);
        if (fixed.getOffset().getTotalSeconds() == seconds
                && (zoneName.isEmpty() || here.zoneName().equals(zoneName))) {
            return here;
        }
        int possible = Math.clamp(seconds, -64_800, 64_800);
        return new GoTime(fixed.withZoneSameInstant(ZoneOffset.ofTotalSeconds(possible)), zoneName);
    }

    private GoTime inNamedZone(LocalDateTime time) {
        ZonedDateTime here = time.atZone(local);
        if (GoTime.of(here).zoneName().equals(zoneName)) {
            return GoTime.of(here);
        }
        boolean gmt = zoneName.length() > 3 && zoneName.startsWith("GMT");
        int seconds = gmt ? Integer.parseInt(zoneName.substring(3)) * 3600 : 0;
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(Math.clamp(seconds, -64_800, 64_800));
        return new GoTime(time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone), zoneName);
    }
}
