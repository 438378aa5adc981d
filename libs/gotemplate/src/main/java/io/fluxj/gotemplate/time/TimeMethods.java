package io.fluxj.gotemplate.time;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of {@code time.Time} that a template can use. */
final class TimeMethods {
    private TimeMethods() {}

    static Optional<GoFunction> find(GoTime time, String name) {
        ZonedDateTime t = time.time();
        return switch (name) {
            case "Year" -> integer(t.getYear());
            case "Day" -> integer(t.getDayOfMonth());
            case "Hour" -> integer(t.getHour());
            case "Minute" -> integer(t.getMinute());
            case "Second" -> integer(t.getSecond());
            case "Nanosecond" -> integer(t.getNano());
            case "YearDay" -> integer(t.getDayOfYear());
            case "Month" -> plain(Named.month(t.getMonthValue()));
            case "Weekday" -> plain(Named.weekday(t.getDayOfWeek().getValue() % 7));
            case "Unix" -> plain(t.toEpochSecond());
            case "UnixMilli" -> plain(t.toInstant().toEpochMilli());
            case "UnixMicro" -> plain(t.toEpochSecond() * 1_000_000 + t.getNano() / 1_000);
            case "UnixNano" -> plain(t.toEpochSecond() * 1_000_000_000 + t.getNano());
            case "IsZero" -> plain(t.toInstant().equals(GoTime.zero().time().toInstant()));
            case "UTC" -> plain(time.in(ZoneId.of("UTC")));
            case "Local" -> plain(time.in(ZoneId.of("UTC")));
            case "String" -> plain(time.text().orElseThrow());
            default -> withArguments(time, name);
        };
    }

    private static Optional<GoFunction> withArguments(GoTime time, String name) {
        return switch (name) {
            case "Format" -> one(GoType.STRING, GoType.STRING, layout -> time.format(Values.string(layout)));
            case "Add" -> one(GoTime.TYPE, GoDuration.TYPE, d -> time.plus((GoDuration) Objects.requireNonNull(d)));
            case "Sub" ->
                one(
                        GoDuration.TYPE,
                        GoTime.TYPE,
                        other -> GoDuration.of(
                                Duration.between(instant(other), time.time().toInstant())));
            case "Before" ->
                one(GoType.BOOL, GoTime.TYPE, other -> time.time().toInstant().isBefore(instant(other)));
            case "After" ->
                one(GoType.BOOL, GoTime.TYPE, other -> time.time().toInstant().isAfter(instant(other)));
            case "Equal" ->
                one(GoType.BOOL, GoTime.TYPE, other -> time.time().toInstant().equals(instant(other)));
            case "AddDate" ->
                Optional.of(GoFunction.of(
                        new Signature(List.of(GoType.INT, GoType.INT, GoType.INT), false, GoTime.TYPE),
                        (run, a) -> addDate(time, a)));
            default -> Optional.empty();
        };
    }

    /** Months that are too short for the day run over into the next, as in Go. */
    private static GoTime addDate(GoTime time, List<? extends @Nullable Object> args) {
        ZonedDateTime t = time.time();
        long months = t.getMonthValue() - 1L + Values.integer(args.get(1)) + 12 * Values.integer(args.get(0));
        ZonedDateTime first = t.withDayOfMonth(1).withMonth(1).plusMonths(Math.clamp(months, -1_000_000, 1_000_000));
        long days = t.getDayOfMonth() - 1L + Math.clamp(Values.integer(args.get(2)), -100_000_000, 100_000_000);
        return GoTime.of(first.plusDays(days));
    }

    private static Instant instant(@Nullable Object time) {
        return ((GoTime) Objects.requireNonNull(time)).time().toInstant();
    }

    private static Optional<GoFunction> integer(long value) {
        return plain(GoInt.of(value));
    }

    static Optional<GoFunction> plain(Object value) {
        return Optional.of(GoFunction.of(new Signature(List.of(), false, Values.type(value)), (run, a) -> value));
    }

    private interface Body {
        Object apply(@Nullable Object argument);
    }

    private static Optional<GoFunction> one(GoType result, GoType parameter, Body body) {
        return Optional.of(
                GoFunction.of(new Signature(List.of(parameter), false, result), (run, a) -> body.apply(a.getFirst())));
    }
}
