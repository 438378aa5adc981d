package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Go's {@code time.Time}.
 *
 * @param zoneName abbreviation of the zone at this time; empty for a bare offset
 */
public record GoTime(ZonedDateTime time, String zoneName) implements GoObject {
    public static final GoType TYPE = GoType.struct("time.Time");

    private static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

    /** A time in a zone that has a name. */
    public static GoTime of(ZonedDateTime time) {
        return new GoTime(time, Names.zone(time));
    }

    /** Go's zero time, the first of January of year 1. */
    public static GoTime zero() {
        return of(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")));
    }

    /** Seconds since 1970. */
    public static GoTime ofUnix(long seconds, ZoneId zone) {
        long limited =
                Math.clamp(seconds, Instant.MIN.getEpochSecond() + 100_000, Instant.MAX.getEpochSecond() - 100_000);
        return of(Instant.ofEpochSecond(limited).atZone(zone));
    }

    /**
     * Reads a time by a layout.
     *
     * @param local where a time without zone is
     * @throws GoError when the text does not follow the layout
     */
    public static GoTime parse(String layout, String text, ZoneId local) {
        return TimeParse.parse(layout, text, local);
    }

    /** The time by a layout of Go. */
    public String format(String layout) {
        return TimeFormat.format(this, layout);
    }

    public GoTime in(ZoneId zone) {
        return of(time.withZoneSameInstant(zone));
    }

    public GoTime plus(GoDuration duration) {
        return new GoTime(time.plusNanos(duration.nanos()), zoneName);
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public Optional<String> text() {
        return Optional.of(format("2006-01-02 15:04:05.999999999 -0700 MST"));
    }

    @Override
    public Optional<Object> encoded() {
        return Optional.of(format(RFC3339_NANO));
    }

    @Override
    public Optional<GoFunction> method(String name) {
        return TimeMethods.find(this, name);
    }
}
