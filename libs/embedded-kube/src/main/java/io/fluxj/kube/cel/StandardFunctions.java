package io.fluxj.kube.cel;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.runtime.standard.BoolFunction.BoolOverload;
import dev.cel.runtime.standard.CelStandardOverload;
import dev.cel.runtime.standard.DoubleFunction.DoubleOverload;
import dev.cel.runtime.standard.DurationFunction.DurationOverload;
import dev.cel.runtime.standard.EqualsOperator.EqualsOverload;
import dev.cel.runtime.standard.GetMillisecondsFunction.GetMillisecondsOverload;
import dev.cel.runtime.standard.GreaterEqualsOperator.GreaterEqualsOverload;
import dev.cel.runtime.standard.GreaterOperator.GreaterOverload;
import dev.cel.runtime.standard.InOperator.InOverload;
import dev.cel.runtime.standard.IntFunction.IntOverload;
import dev.cel.runtime.standard.LessEqualsOperator.LessEqualsOverload;
import dev.cel.runtime.standard.LessOperator.LessOverload;
import dev.cel.runtime.standard.NotEqualsOperator.NotEqualsOverload;
import dev.cel.runtime.standard.StringFunction.StringOverload;
import dev.cel.runtime.standard.TimestampFunction.TimestampOverload;
import dev.cel.runtime.standard.UintFunction.UintOverload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** CEL's own functions, where the real server's answer otherwise than the library's. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class StandardFunctions {
    private static final CelOptions OPTIONS = CelOptions.current().build();
    private static final Map<CelStandardOverload, String> CONVERSIONS = Map.of(
            IntOverload.STRING_TO_INT64, "int",
            UintOverload.STRING_TO_UINT64, "uint",
            DoubleOverload.STRING_TO_DOUBLE, "double",
            BoolOverload.STRING_TO_BOOL, "bool",
            DurationOverload.STRING_TO_DURATION, "google.protobuf.Duration",
            TimestampOverload.STRING_TO_TIMESTAMP, "google.protobuf.Timestamp");

    private static final Map<CelStandardOverload, CelFunctionOverload> OTHERS = others();

    private StandardFunctions() {}

    /** The library's own that are kept. */
    static CelStandardFunctions kept() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> !OTHERS.containsKey(overload))
                .build();
    }

    /** What stands for the rest. */
    static List<CelFunctionBinding> replaced() {
        List<CelFunctionBinding> out = new ArrayList<>();
        OTHERS.forEach((overload, does) -> {
            CelFunctionBinding library = library(overload);
            out.add(CelFunctionBinding.from(library.getOverloadId(), library.getArgTypes(), does));
        });
        return out;
    }

    private static CelFunctionBinding library(CelStandardOverload overload) {
        return overload.newFunctionBinding(OPTIONS, Equality.OF_SCALARS);
    }

    private static Map<CelStandardOverload, CelFunctionOverload> others() {
        Map<CelStandardOverload, CelFunctionOverload> out = new HashMap<>();
        out.put(EqualsOverload.EQUALS, a -> Equality.equal(a[0], a[1]));
        out.put(NotEqualsOverload.NOT_EQUALS, a -> !Equality.equal(a[0], a[1]));
        out.put(InOverload.IN_LIST, a -> Equality.contains((List<?>) a[1], a[0]));
        CelFunctionOverload concatenated = library(AddOverload.ADD_LIST).getDefinition();
        out.put(
                AddOverload.ADD_LIST,
                a -> a[0] instanceof KeyedList list ? list.plus((List<?>) a[1]) : concatenated.apply(a));
        out.put(GetMillisecondsOverload.DURATION_TO_MILLISECONDS, a -> ((Duration) a[0]).toMillis());
        out.put(StringOverload.TIMESTAMP_TO_STRING, a -> TextFormat.time((Instant) a[0]));
        CelFunctionOverload unsigned = library(UintOverload.INT64_TO_UINT64).getDefinition();
        out.put(UintOverload.INT64_TO_UINT64, a -> {
            if ((Long) a[0] < 0) {
                throw new Failure("unsigned integer overflow");
            }
            return unsigned.apply(a);
        });
        CONVERSIONS.forEach((overload, type) -> out.put(overload, conversion(overload, type)));
        comparisons().filter(o -> o.toString().contains("DOUBLE")).forEach(o -> out.put(o, ordered(o)));
        return Map.copyOf(out);
    }

    private static Stream<CelStandardOverload> comparisons() {
        return Stream.of(
                        LessOverload.values(),
                        LessEqualsOverload.values(),
                        GreaterOverload.values(),
                        GreaterEqualsOverload.values())
                .flatMap(Stream::of);
    }

    private static CelFunctionOverload ordered(CelStandardOverload overload) {
        CelFunctionOverload library = library(overload).getDefinition();
        return arguments -> {
            for (Object argument : arguments) {
                if (argument instanceof Double number && number.isNaN()) {
                    throw new Failure("NaN values cannot be ordered");
                }
            }
            return library.apply(arguments);
        };
    }

    private static CelFunctionOverload conversion(CelStandardOverload overload, String type) {
        CelFunctionOverload library = library(overload).getDefinition();
        return arguments -> {
            try {
                return library.apply(arguments);
            } catch (CelEvaluationException | RuntimeException e) {
                throw new Failure("type conversion error from 'string' to '" + type + "'");
            }
        };
    }
}
