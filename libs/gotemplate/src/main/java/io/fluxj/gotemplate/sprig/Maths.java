package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.FLOAT64;
import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.INT64;
import static io.fluxj.gotemplate.value.GoType.INTS;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions on numbers; whole ones are int64, and everything that is no number counts as 0. */
final class Maths {
    private static final int DIVISION_DIGITS = 16;

    private Maths() {}

    static void addTo(Library library) {
        library.add("int", INT, (run, a) -> GoInt.of(Cast.toLong(a.getFirst())), ANY);
        library.add("int64", INT64, (run, a) -> Cast.toLong(a.getFirst()), ANY);
        library.add("float64", FLOAT64, (run, a) -> Cast.toDouble(a.getFirst()), ANY);
        library.add("atoi", INT, (run, a) -> GoInt.of(GoNumbers.nearestInt(Args.text(a, 0), 10)), STRING);
        library.add(
                "toDecimal",
                INT64,
                (run, a) ->
                        GoNumbers.parseInt(Format.text(run, a.getFirst()), 8).orElse(0),
                ANY);
        addWhole(library);
        addFractions(library);
        addRounding(library);
        addSequences(library);
    }

    private static void addWhole(Library library) {
        library.add("add1", INT64, (run, a) -> Cast.toLong(a.getFirst()) + 1, ANY);
        library.variadic(
                "add", INT64, (run, a) -> a.stream().mapToLong(Cast::toLong).sum(), ANY);
        library.add("sub", INT64, (run, a) -> Cast.toLong(a.get(0)) - Cast.toLong(a.get(1)), ANY, ANY);
        library.add("div", INT64, (run, a) -> Cast.toLong(a.get(0)) / divisor(a.get(1)), ANY, ANY);
        library.add("mod", INT64, (run, a) -> Cast.toLong(a.get(0)) % divisor(a.get(1)), ANY, ANY);
        library.variadic("mul", INT64, (run, a) -> reduced(a, (x, y) -> x * y), ANY, ANY);
        library.variadic("max", INT64, (run, a) -> reduced(a, Math::max), ANY, ANY);
        library.alias("biggest", "max");
        library.variadic("min", INT64, (run, a) -> reduced(a, Math::min), ANY, ANY);
    }

    private static void addFractions(Library library) {
        library.add(
                "add1f",
                FLOAT64,
                (run, a) -> decimal(a.get(0)).add(BigDecimal.ONE).doubleValue(),
                ANY);
        library.variadic("addf", FLOAT64, (run, a) -> decimals(BigDecimal.ZERO, a, BigDecimal::add), ANY);
        library.variadic("subf", FLOAT64, (run, a) -> decimals(a, BigDecimal::subtract), ANY, ANY);
        library.variadic("mulf", FLOAT64, (run, a) -> decimals(a, BigDecimal::multiply), ANY, ANY);
        library.variadic("divf", FLOAT64, (run, a) -> decimals(a, Maths::divide), ANY, ANY);
        library.variadic("maxf", FLOAT64, (run, a) -> floating(a, Math::max), ANY, ANY);
        library.variadic("minf", FLOAT64, (run, a) -> floating(a, Math::min), ANY, ANY);
    }

    private static void addRounding(Library library) {
        library.add("floor", FLOAT64, (run, a) -> Math.floor(Cast.toDouble(a.getFirst())), ANY);
        library.add("ceil", FLOAT64, (run, a) -> Math.ceil(Cast.toDouble(a.getFirst())), ANY);
        library.variadic("round", FLOAT64, (run, a) -> round(a), ANY, INT, FLOAT64);
    }

    private static void addSequences(Library library) {
        library.add("until", INTS, (run, a) -> until(run, Values.integer(a.getFirst())), INT);
        library.add(
                "untilStep",
                INTS,
                (run, a) -> GoSlice.of(
                        INTS, steps(run, Values.integer(a.get(0)), Values.integer(a.get(1)), Values.integer(a.get(2)))),
                INT,
                INT,
                INT);
        library.variadic("seq", STRING, (run, a) -> sequence(run, a), INT);
    }

    private static long divisor(@Nullable Object value) {
        long divisor = Cast.toLong(value);
        if (divisor == 0) {
            throw new GoError("runtime error: integer divide by zero");
        }
        return divisor;
    }

    private static long reduced(List<? extends @Nullable Object> args, LongBinaryOperator operator) {
        return args.stream().mapToLong(Cast::toLong).reduce(operator).orElseThrow();
    }

    private static double floating(List<? extends @Nullable Object> args, DoubleBinaryOperator operator) {
        return args.stream().mapToDouble(Cast::toDouble).reduce(operator).orElseThrow();
    }

    private static BigDecimal decimal(@Nullable Object value) {
        double number = Cast.toDouble(value);
        if (!Double.isFinite(number)) {
            throw new GoError("Cannot create a Decimal from " + Format.text(Meter.NONE, number));
        }
        return new BigDecimal(Double.toString(number));
    }

    private static double decimals(List<? extends @Nullable Object> args, BinaryOperator<BigDecimal> operator) {
        return decimals(decimal(args.getFirst()), Args.rest(args, 1), operator);
    }

    private static double decimals(
            BigDecimal start, List<? extends @Nullable Object> args, BinaryOperator<BigDecimal> operator) {
        BigDecimal result = start;
        for (Object arg : args) {
            result = operator.apply(result, decimal(arg));
        }
        return result.doubleValue();
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new GoError("decimal division by 0");
        }
        return dividend.divide(divisor, DIVISION_DIGITS, RoundingMode.HALF_UP);
    }

    private static double round(List<? extends @Nullable Object> args) {
        double roundOn = args.size() > 2 ? Values.floating(args.get(2)) : 0.5;
        double power = Math.pow(10, (double) Values.integer(args.get(1)));
        double digit = power * Cast.toDouble(args.getFirst());
        double whole = digit < 0 ? Math.ceil(digit) : Math.floor(digit);
        double rounded = digit - whole >= roundOn ? Math.ceil(digit) : Math.floor(digit);
        return rounded / power;
    }

    private static GoSlice until(Meter meter, long count) {
        return GoSlice.of(INTS, steps(meter, 0, count, count < 0 ? -1 : 1));
    }

    private static List<GoInt> steps(Meter meter, long start, long stop, long step) {
        List<GoInt> steps = new ArrayList<>();
        boolean down = stop < start;
        if (down ? step >= 0 : step <= 0) {
            return steps;
        }
        for (long i = start; down ? i > stop : i < stop; i += step) {
            meter.spend(1);
            meter.reserve(8);
            steps.add(GoInt.of(i));
        }
        return steps;
    }

    private static String sequence(Meter meter, List<? extends @Nullable Object> args) {
        if (args.isEmpty() || args.size() > 3) {
            return "";
        }
        long start = args.size() == 1 ? 1 : Values.integer(args.getFirst());
        long end = Values.integer(args.getLast());
        long direction = end < start ? -1 : 1;
        long step = args.size() == 3 ? Values.integer(args.get(1)) : direction;
        if (args.size() == 3 && end < start && step > 0) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        String blank = "";
        for (GoInt number : steps(meter, start, end + direction, step)) {
            out.append(blank).append(number);
            blank = " ";
        }
        return out.toString();
    }
}
