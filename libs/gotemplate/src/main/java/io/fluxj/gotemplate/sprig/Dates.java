package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.time.GoDuration;
import io.fluxj.gotemplate.time.GoTime;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions on times; a whole number is seconds since 1970. */
record Dates(Clock clock, ZoneId local) {
    private static final String HTML = "2006-01-02";
    private static final GoDuration SECOND = new GoDuration(1_000_000_000);

    void addTo(Library library) {
        library.add("now", GoTime.TYPE, (run, a) -> now());
        library.add("date", STRING, (run, a) -> format(Args.text(a, 0), a.get(1), local), STRING, ANY);
        library.add(
                "dateInZone",
                STRING,
                (run, a) -> format(Args.text(a, 0), a.get(1), zone(Args.text(a, 2))),
                STRING,
                ANY,
                STRING);
        library.alias("date_in_zone", "dateInZone");
        library.add("htmlDate", STRING, (run, a) -> format(HTML, a.getFirst(), local), ANY);
        library.add(
                "htmlDateInZone", STRING, (run, a) -> format(HTML, a.getFirst(), zone(Args.text(a, 1))), ANY, STRING);
        library.add("toDate", GoTime.TYPE, (run, a) -> parseOrZero(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
        library.add(
                "mustToDate",
                GoTime.TYPE,
                (run, a) -> GoTime.parse(Args.text(a, 0), Args.text(a, 1), local),
                STRING,
                STRING);
        addChanges(library);
        library.add(
                "unixEpoch",
                STRING,
                (run, a) -> Long.toString(time(a.getFirst()).time().toEpochSecond()),
                GoTime.TYPE);
        library.add(
                "ago",
                STRING,
                (run, a) -> since(timeOf(a.getFirst(), false)).round(SECOND).toString(),
                ANY);
        library.add("duration", STRING, (run, a) -> duration(a.getFirst()).toString(), ANY);
        library.add("durationRound", STRING, (run, a) -> roughly(a.getFirst()), ANY);
    }

    private void addChanges(Library library) {
        library.add(
                "dateModify",
                GoTime.TYPE,
                (run, a) -> modified(Args.text(a, 0), time(a.get(1)), false),
                STRING,
                GoTime.TYPE);
        library.alias("date_modify", "dateModify");
        library.add(
                "mustDateModify",
                GoTime.TYPE,
                (run, a) -> modified(Args.text(a, 0), time(a.get(1)), true),
                STRING,
                GoTime.TYPE);
        library.alias("must_date_modify", "mustDateModify");
    }

    private GoTime now() {
        return GoTime.of(clock.instant().atZone(local));
    }

    private static GoTime time(@Nullable Object value) {
        return (GoTime) Objects.requireNonNull(value);
    }

    /** @param narrow whether an int32 counts as seconds too */
    private GoTime timeOf(@Nullable Object value, boolean narrow) {
        return switch (value) {
            case GoTime time -> time;
            case Long seconds -> GoTime.ofUnix(seconds, local);
            case GoInt number
            when number.type().equals(GoType.INT) || (narrow && number.type().equals(GoType.INT32)) ->
                GoTime.ofUnix(number.bits(), local);
            case null, default -> now();
        };
    }

    private String format(String layout, @Nullable Object value, ZoneId zone) {
        return timeOf(value, true).in(zone).format(layout);
    }

    private ZoneId zone(String name) {
        if (name.equals("Local")) {
            return local;
        }
        try {
            boolean plain = name.isEmpty()
                    || name.equals("UTC")
                    || name.startsWith("+")
                    || name.startsWith("-")
                    || name.equals("Z");
            return ZoneId.of(plain ? "UTC" : name);
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    private GoTime parseOrZero(String layout, String text) {
        try {
            return GoTime.parse(layout, text, local);
        } catch (GoError e) {
            return GoTime.zero();
        }
    }

    private static GoTime modified(String duration, GoTime time, boolean must) {
        try {
            return time.plus(GoDuration.parse(duration));
        } catch (GoError e) {
            if (must) {
                throw e;
            }
            return time;
        }
    }

    private GoDuration since(GoTime time) {
        Duration passed = Duration.between(time.time().toInstant(), clock.instant());
        boolean fits = Math.abs(passed.toSeconds()) < Long.MAX_VALUE / 1_000_000_000;
        return new GoDuration(fits ? passed.toNanos() : passed.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    private static GoDuration duration(@Nullable Object value) {
        long seconds =
                switch (value) {
                    case String text -> GoNumbers.nearestInt(text, 10);
                    case Long number -> number;
                    case null, default -> 0;
                };
        return new GoDuration(seconds * 1_000_000_000);
    }

    private String roughly(@Nullable Object value) {
        long nanos =
                switch (value) {
                    case String text -> parsed(text);
                    case Long number -> number;
                    case GoTime time -> since(time).nanos();
                    case null, default -> 0;
                };
        long seconds = Long.divideUnsigned(Math.abs(nanos), 1_000_000_000);
        boolean exact = Long.remainderUnsigned(Math.abs(nanos), 1_000_000_000) == 0;
        long[] units = {31_536_000, 2_592_000, 86_400, 3_600, 60, 1};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (seconds > units[i] || (seconds == units[i] && !exact)) {
                return seconds / units[i] + names[i];
            }
        }
        return "0s";
    }

    private static long parsed(String text) {
        try {
            return GoDuration.parse(text).nanos();
        } catch (GoError e) {
            return 0;
        }
    }
}
