package io.fluxj.kube.discovery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** How long ago, in the few letters of a table. */
final class Ages {
    private Ages() {}

    static String since(String time) {
        try {
            return shown(Duration.between(Instant.parse(time), Instant.now()));
        } catch (DateTimeException e) {
            return "<unknown>";
        }
    }

    static String shown(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds <= 0) {
            return "0s";
        }
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return minutes + "m" + rest(seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 8) {
            return hours + "h" + rest(minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = hours / 24;
        if (days < 8) {
            return days + "d" + rest(hours % 24, "h");
        }
        if (days < 730) {
            return days + "d";
        }
        return days / 365 + "y" + (days < 2920 ? rest(days % 365, "d") : "");
    }

    private static String rest(long value, String unit) {
        return value == 0 ? "" : value + unit;
    }
}
