package io.fluxj.gotemplate.time;

/**
 * A part of a layout that stands for a part of a time.
 *
 * @param start where it begins in the layout
 * @param text as the layout spells it
 */
record Chunk(Kind kind, int start, String text) {

    enum Kind {
        NONE,
        LONG_MONTH,
        MONTH,
        NUMBER_MONTH,
        ZERO_MONTH,
        LONG_WEEKDAY,
        WEEKDAY,
        DAY,
        UNDER_DAY,
        ZERO_DAY,
        UNDER_YEAR_DAY,
        ZERO_YEAR_DAY,
        HOUR,
        HOUR12,
        ZERO_HOUR12,
        MINUTE,
        ZERO_MINUTE,
        SECOND,
        ZERO_SECOND,
        LONG_YEAR,
        YEAR,
        UPPER_PM,
        LOWER_PM,
        ZONE_NAME,
        OFFSET,
        OFFSET_OR_Z,
        FRACTION_ZEROS,
        FRACTION_NINES
    }

    int end() {
        return start + text.length();
    }

    /** The first of a layout from a place on. */
    static Chunk next(String layout, int from) {
        for (int i = from; i < layout.length(); i++) {
            Chunk chunk = at(layout, i);
            if (chunk.kind != Kind.NONE) {
                return chunk;
            }
        }
        return new Chunk(Kind.NONE, layout.length(), "");
    }

    private static Chunk at(String layout, int i) {
        return switch (layout.charAt(i)) {
            case 'J' -> words(layout, i, "January", Kind.LONG_MONTH, "Jan", Kind.MONTH);
            case 'M' ->
                layout.startsWith("MST", i)
                        ? new Chunk(Kind.ZONE_NAME, i, "MST")
                        : words(layout, i, "Monday", Kind.LONG_WEEKDAY, "Mon", Kind.WEEKDAY);
            case '0' -> zero(layout, i);
            case '1' ->
                layout.startsWith("15", i) ? new Chunk(Kind.HOUR, i, "15") : new Chunk(Kind.NUMBER_MONTH, i, "1");
            case '2' ->
                layout.startsWith("2006", i) ? new Chunk(Kind.LONG_YEAR, i, "2006") : new Chunk(Kind.DAY, i, "2");
            case '_' -> under(layout, i);
            case '3' -> new Chunk(Kind.HOUR12, i, "3");
            case '4' -> new Chunk(Kind.MINUTE, i, "4");
            case '5' -> new Chunk(Kind.SECOND, i, "5");
            case 'P' -> exact(layout, i, "PM", Kind.UPPER_PM);
            case 'p' -> exact(layout, i, "pm", Kind.LOWER_PM);
            case '-' -> offset(layout, i, "-", Kind.OFFSET);
            case 'Z' -> offset(layout, i, "Z", Kind.OFFSET_OR_Z);
            case '.', ',' -> fraction(layout, i);
            default -> none(i);
        };
    }

    private static Chunk none(int i) {
        return new Chunk(Kind.NONE, i, "");
    }

    private static Chunk exact(String layout, int i, String text, Kind kind) {
        return layout.startsWith(text, i) ? new Chunk(kind, i, text) : none(i);
    }

    private static Chunk words(String layout, int i, String word, Kind longKind, String start, Kind shortKind) {
        if (layout.startsWith(word, i)) {
            return new Chunk(longKind, i, word);
        }
        int after = i + 3;
        boolean goesOn = after < layout.length() && layout.charAt(after) >= 'a' && layout.charAt(after) <= 'z';
        return layout.startsWith(start, i) && !goesOn ? new Chunk(shortKind, i, start) : none(i);
    }

    private static Chunk zero(String layout, int i) {
        if (layout.startsWith("002", i)) {
            return new Chunk(Kind.ZERO_YEAR_DAY, i, "002");
        }
        char next = i + 1 < layout.length() ? layout.charAt(i + 1) : ' ';
        Kind kind =
                switch (next) {
                    case '1' -> Kind.ZERO_MONTH;
                    case '2' -> Kind.ZERO_DAY;
                    case '3' -> Kind.ZERO_HOUR12;
                    case '4' -> Kind.ZERO_MINUTE;
                    case '5' -> Kind.ZERO_SECOND;
                    case '6' -> Kind.YEAR;
                    default -> Kind.NONE;
                };
        return kind == Kind.NONE ? none(i) : new Chunk(kind, i, layout.substring(i, i + 2));
    }

    /** An underscore before a year is one. */
    private static Chunk under(String layout, int i) {
        if (layout.startsWith("_2006", i)) {
            return none(i);
        }
        return layout.startsWith("_2", i)
                ? new Chunk(Kind.UNDER_DAY, i, "_2")
                : exact(layout, i, "__2", Kind.UNDER_YEAR_DAY);
    }

    private static Chunk offset(String layout, int i, String sign, Kind kind) {
        for (String digits : new String[] {"070000", "07:00:00", "0700", "07:00", "07"}) {
            if (layout.startsWith(sign + digits, i)) {
                return new Chunk(kind, i, sign + digits);
            }
        }
        return none(i);
    }

    private static Chunk fraction(String layout, int i) {
        char digit = i + 1 < layout.length() ? layout.charAt(i + 1) : ' ';
        if (digit != '0' && digit != '9') {
            return none(i);
        }
        int end = i + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        boolean goesOn = end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9';
        Kind kind = digit == '0' ? Kind.FRACTION_ZEROS : Kind.FRACTION_NINES;
        return goesOn ? none(i) : new Chunk(kind, i, layout.substring(i, end));
    }
}
