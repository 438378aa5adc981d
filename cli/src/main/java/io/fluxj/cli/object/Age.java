package io.fluxj.cli.object;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Lengths of time as Kubernetes' tools show them: at most two units, the more precise the shorter: {@code 45s}, {@code 5m3s}, {@code 3h}, {@code 2d4h}. */
public final class Age {
    private static final String UNKNOWN = "<unknown>";

    private Age() {}

    /** How long a moment is ago; {@code <unknown>} where the text is no moment. */
    public static String since(String moment, Instant now) {
        if (moment.isEmpty()) {
            return UNKNOWN;
        }
        try {
            return of(Duration.between(OffsetDateTime.parse(moment).toInstant(), now));
        } catch (DateTimeException none) {
            return UNKNOWN;
        }
    }

    /** A length of time. */
    public static String of(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 0) {
            return seconds < -1 ? "<invalid>" : "0s";
        }
        if (seconds < 120) {
            return seconds + "s";
        }
        return seconds < 180 * 60 ? minutes(seconds) : hours(seconds / 3600, seconds);
    }

    private static String minutes(long seconds) {
        long minutes = seconds / 60;
        return minutes < 10 ? two(minutes, "m", seconds % 60, "s") : minutes + "m";
    }

    private static String hours(long hours, long seconds) {
        if (hours < 8) {
            return two(hours, "h", seconds / 60 % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (hours < 24 * 8) {
            return two(hours / 24, "d", hours % 24, "h");
        }
        if (hours < 24 * 365 * 2) {
            return hours / 24 + "d";
        }
        long years = hours / 24 / 365;
        return years < 8 ? two(years, "y", hours / 24 % 365, "d") : years + "y";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
