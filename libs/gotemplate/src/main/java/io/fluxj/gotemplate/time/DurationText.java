package io.fluxj.gotemplate.time;

import java.math.BigDecimal;

/** Prints durations as Go does: hours, minutes and seconds, or one smaller unit below a second. */
final class DurationText {
    private static final long SECOND = 1_000_000_000;

    private DurationText() {}

    static String of(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        long size = Math.abs(nanos); // the least of all stays negative and is taken as unsigned
        if (Long.compareUnsigned(size, SECOND) < 0) {
            return sign + small(size);
        }
        long seconds = Long.divideUnsigned(size, SECOND);
        String text = decimal(seconds % 60, Long.remainderUnsigned(size, SECOND), SECOND) + "s";
        long minutes = seconds / 60;
        if (minutes > 0) {
            text = minutes % 60 + "m" + text;
        }
        return sign + (minutes >= 60 ? minutes / 60 + "h" : "") + text;
    }

    private static String small(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000
                ? decimal(nanos / 1_000, nanos % 1_000, 1_000) + "µs"
                : decimal(nanos / 1_000_000, nanos % 1_000_000, 1_000_000) + "ms";
    }

    private static String decimal(long whole, long rest, long unit) {
        BigDecimal value =
                BigDecimal.valueOf(whole).add(BigDecimal.valueOf(rest).divide(BigDecimal.valueOf(unit)));
        return value.stripTrailingZeros().toPlainString();
    }
}
