package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.FLOAT64;
import static io.fluxj.gotemplate.value.GoType.INT64;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.time.GoDuration;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Functions on durations; a number is seconds, and what is no duration counts as none. */
final class Durations {
    private static final long NANOS = 1_000_000_000;
    private static final long MOST = Long.MAX_VALUE / NANOS;

    private Durations() {}

    static void addTo(Library library) {
        library.add("mustToDuration", GoDuration.TYPE, (run, a) -> read(a.getFirst()), ANY);
        floating(library, "durationSeconds", GoDuration::seconds);
        floating(library, "durationMinutes", GoDuration::minutes);
        floating(library, "durationHours", GoDuration::hours);
        floating(library, "durationDays", duration -> duration.hours() / 24);
        floating(library, "durationWeeks", duration -> duration.hours() / 24 / 7);
        whole(library, "durationMilliseconds", duration -> duration.nanos() / 1_000_000);
        whole(library, "durationMicroseconds", duration -> duration.nanos() / 1_000);
        whole(library, "durationNanoseconds", GoDuration::nanos);
        library.add("durationRoundTo", GoDuration.TYPE, (run, a) -> multiple(a.get(0), a.get(1), true), ANY, ANY);
        library.add("durationTruncateTo", GoDuration.TYPE, (run, a) -> multiple(a.get(0), a.get(1), false), ANY, ANY);
    }

    private static void floating(Library library, String name, ToDoubleFunction<GoDuration> function) {
        library.add(
                name,
                FLOAT64,
                (run, a) -> attempt(a.getFirst()).map(function::applyAsDouble).orElse(0d),
                ANY);
    }

    private static void whole(Library library, String name, ToLongFunction<GoDuration> function) {
        library.add(
                name,
                INT64,
                (run, a) -> attempt(a.getFirst()).map(function::applyAsLong).orElse(0L),
                ANY);
    }

    private static Optional<GoDuration> attempt(@Nullable Object value) {
        try {
            return Optional.of(read(value));
        } catch (GoError e) {
            return Optional.empty();
        }
    }

    private static GoDuration multiple(@Nullable Object value, @Nullable Object multiple, boolean rounds) {
        Optional<GoDuration> duration = attempt(value);
        Optional<GoDuration> unit = attempt(multiple);
        if (duration.isEmpty() || unit.isEmpty()) {
            return duration.orElse(new GoDuration(0));
        }
        return rounds ? duration.get().round(unit.get()) : duration.get().truncate(unit.get());
    }

    private static GoDuration read(@Nullable Object value) {
        return switch (value) {
            case null -> throw new GoError("invalid duration");
            case GoDuration duration -> duration;
            case String text -> text(text);
            default -> number(value);
        };
    }

    private static GoDuration number(Object value) {
        Kind kind = Values.kind(value);
        if (kind.isFloat()) {
            return seconds(Values.floating(value));
        }
        if (!kind.isInteger()) {
            throw new GoError("unsupported duration type " + Values.type(value));
        }
        long seconds = Values.integer(value);
        boolean fits = kind.isUnsigned() ? seconds >= 0 && seconds <= MOST : seconds >= -MOST && seconds <= MOST;
        if (!fits) {
            throw new GoError("duration seconds overflow: " + Format.text(Meter.NONE, value));
        }
        return new GoDuration(seconds * NANOS);
    }

    private static GoDuration text(String text) {
        String trimmed = GoText.trimSpace(text);
        if (trimmed.isEmpty()) {
            throw new GoError("empty duration");
        }
        try {
            return GoDuration.parse(trimmed);
        } catch (GoError e) {
            return seconds(GoNumbers.parseFloat(trimmed)
                    .orElseThrow(() -> new GoError("could not parse duration " + Quoting.quoted(text))));
        }
    }

    private static GoDuration seconds(double seconds) {
        String shown = GoFloats.format(seconds, 'g', GoFloats.SHORTEST, 64);
        if (!Double.isFinite(seconds)) {
            throw new GoError("invalid duration seconds: " + shown);
        }
        if (Math.abs(seconds) > (double) Long.MAX_VALUE / NANOS) {
            throw new GoError("duration seconds overflow: " + shown);
        }
        return new GoDuration(Cast.truncated(seconds * NANOS));
    }
}
