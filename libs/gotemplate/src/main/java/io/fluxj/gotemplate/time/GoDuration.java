package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Go's {@code time.Duration}. */
public record GoDuration(long nanos) implements GoObject {
    public static final GoType TYPE = GoType.basic(Kind.INT64, "time.Duration");

    private static final long SECOND = 1_000_000_000;

    /** As long as a duration can be where it is longer. */
    static GoDuration of(Duration duration) {
        try {
            return new GoDuration(duration.toNanos());
        } catch (ArithmeticException e) {
            return new GoDuration(duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    /**
     * Reads what Go's {@code time.ParseDuration} reads.
     *
     * @throws GoError when the text is none
     */
    public static GoDuration parse(String text) {
        return DurationParse.parse(text);
    }

    static GoError invalid(String problem, String text) {
        return new GoError("time: " + problem + " " + Quoting.quoted(text));
    }

    public GoDuration round(GoDuration multiple) {
        long m = multiple.nanos;
        if (m <= 0) {
            return this;
        }
        long rest = Math.abs(nanos % m);
        boolean down = Long.compareUnsigned(rest + rest, m) < 0;
        long result = nanos < 0 ? (down ? nanos + rest : nanos - m + rest) : (down ? nanos - rest : nanos + m - rest);
        boolean overflows = nanos < 0 ? result > 0 : result < 0;
        return new GoDuration(overflows ? (nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result);
    }

    public GoDuration truncate(GoDuration multiple) {
        return multiple.nanos <= 0 ? this : new GoDuration(nanos - nanos % multiple.nanos);
    }

    public double seconds() {
        return parts(SECOND);
    }

    public double minutes() {
        return parts(60 * SECOND);
    }

    public double hours() {
        return parts(3_600 * SECOND);
    }

    private double parts(long unit) {
        return wholeUnits(unit) + (double) (nanos % unit) / unit;
    }

    private double wholeUnits(long unit) {
        long whole = nanos / unit;
        return whole;
    }

    /** {@code 1h2m3.5s}. */
    @Override
    public String toString() {
        return DurationText.of(nanos);
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public Object underlying() {
        return nanos;
    }

    @Override
    public Optional<String> text() {
        return Optional.of(toString());
    }

    @Override
    public Optional<GoFunction> method(String name) {
        return switch (name) {
            case "String" -> TimeMethods.plain(toString());
            case "Seconds" -> TimeMethods.plain(seconds());
            case "Minutes" -> TimeMethods.plain(minutes());
            case "Hours" -> TimeMethods.plain(hours());
            case "Milliseconds" -> TimeMethods.plain(nanos / 1_000_000);
            case "Microseconds" -> TimeMethods.plain(nanos / 1_000);
            case "Nanoseconds" -> TimeMethods.plain(nanos);
            case "Abs" -> TimeMethods.plain(new GoDuration(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos)));
            case "Round", "Truncate" ->
                Optional.of(GoFunction.of(new Signature(List.of(TYPE), false, TYPE), (run, a) -> {
                    GoDuration other = (GoDuration) Objects.requireNonNull(a.getFirst());
                    return name.equals("Round") ? round(other) : truncate(other);
                }));
            default -> Optional.empty();
        };
    }
}
