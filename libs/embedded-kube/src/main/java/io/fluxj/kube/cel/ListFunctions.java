package io.fluxj.kube.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Kubernetes' functions on lists: isSorted, sum, min, max, indexOf, lastIndexOf, slice, unwrapOpt. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class ListFunctions {
    static final Map<String, CelType> COMPARABLE = Map.of(
            "int", SimpleType.INT,
            "uint", SimpleType.UINT,
            "double", SimpleType.DOUBLE,
            "bool", SimpleType.BOOL,
            "duration", SimpleType.DURATION,
            "timestamp", SimpleType.TIMESTAMP,
            "string", SimpleType.STRING,
            "bytes", SimpleType.BYTES);
    private static final TypeParamType ANY = TypeParamType.create("T");

    private ListFunctions() {}

    static void addTo(Functions functions) {
        COMPARABLE.forEach((name, type) -> ordered(functions, name, type));
        sum(functions, "int", SimpleType.INT, list -> sumOf(list, 0L));
        sum(functions, "uint", SimpleType.UINT, list -> sumOf(list, UnsignedLong.ZERO));
        sum(functions, "double", SimpleType.DOUBLE, list -> sumOf(list, 0.0));
        sum(functions, "duration", SimpleType.DURATION, list -> sumOf(list, Duration.ZERO));
        functions.add(
                "unwrapOpt",
                CelOverloadDecl.newMemberOverload(
                        "optional_unwrapOpt", ListType.create(ANY), ListType.create(OptionalType.create(ANY))),
                List.class,
                ListFunctions::present);
        functions.add(
                "slice",
                CelOverloadDecl.newMemberOverload(
                        "list_slice", ListType.create(ANY), ListType.create(ANY), SimpleType.INT, SimpleType.INT),
                CelFunctionBinding.from(
                        "list_slice",
                        List.of(List.class, Long.class, Long.class),
                        a -> slice((List<?>) a[0], (Long) a[1], (Long) a[2])));
        position(functions, "indexOf", "list_a_index_of_int", false);
        position(functions, "lastIndexOf", "list_a_last_index_of_int", true);
    }

    private static void ordered(Functions functions, String name, CelType type) {
        ListType list = ListType.create(type);
        functions
                .add(
                        "isSorted",
                        CelOverloadDecl.newMemberOverload("list_" + name + "_is_sorted_bool", SimpleType.BOOL, list),
                        List.class,
                        ListFunctions::sorted)
                .add(
                        "min",
                        CelOverloadDecl.newMemberOverload("list_" + name + "_min_" + name, type, list),
                        List.class,
                        l -> best(l, "min", order -> order))
                .add(
                        "max",
                        CelOverloadDecl.newMemberOverload("list_" + name + "_max_" + name, type, list),
                        List.class,
                        l -> best(l, "max", order -> -order));
    }

    private static void sum(
            Functions functions, String name, CelType type, java.util.function.Function<List<?>, Object> sum) {
        String id = "list_" + name + "_sum_" + name;
        functions.add(
                "sum", CelOverloadDecl.newMemberOverload(id, type, ListType.create(type)), List.class, sum::apply);
    }

    private static void position(Functions functions, String name, String id, boolean last) {
        functions.add(
                name,
                CelOverloadDecl.newMemberOverload(id, SimpleType.INT, ListType.create(ANY), ANY),
                CelFunctionBinding.from(id, List.class, Object.class, (list, item) -> position(list, item, last)));
    }

    private static List<?> present(List<?> optionals) {
        return optionals.stream()
                .flatMap(item -> item instanceof Optional<?> optional ? optional.stream() : Stream.of(item))
                .toList();
    }

    private static List<?> slice(List<?> list, long start, long end) {
        String call = "cannot slice(" + start + ", " + end + "), ";
        if (start < 0 || end < 0) {
            throw new Failure(call + "negative indexes not supported");
        }
        if (start > end) {
            throw new Failure(call + "start index must be less than or equal to end index");
        }
        if (end > list.size()) {
            throw new Failure(call + "list is length " + list.size());
        }
        return list.subList((int) start, (int) end);
    }

    private static Object sorted(List<?> list) {
        for (int i = 1; i < list.size(); i++) {
            if (compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object best(List<?> list, String name, ToIntFunction<Integer> direction) {
        if (list.isEmpty()) {
            throw new Failure(name + " called on empty list");
        }
        Object best = list.getFirst();
        for (Object item : list) {
            if (direction.applyAsInt(compare(best, item)) > 0) {
                best = item;
            }
        }
        return best;
    }

    private static Object sumOf(List<?> list, Object zero) {
        Object sum = zero;
        for (Object item : list) {
            sum = plus(sum, item);
        }
        return sum;
    }

    private static Object plus(Object sum, Object item) {
        try {
            return switch (sum) {
                case Long number -> Math.addExact(number, (Long) item);
                case UnsignedLong number -> number.plus((UnsignedLong) item);
                case Double number -> number + (Double) item;
                case Duration length -> length.plus((Duration) item);
                default -> throw new Failure("no such overload");
            };
        } catch (ArithmeticException e) {
            throw new Failure("integer overflow");
        }
    }

    private static Object position(List<?> list, Object item, boolean last) {
        for (int i = 0; i < list.size(); i++) {
            int index = last ? list.size() - 1 - i : i;
            if (Equality.equal(list.get(index), item)) {
                return (long) index;
            }
        }
        return -1L;
    }

    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        if (one instanceof CelByteString bytes && other instanceof CelByteString others) {
            return java.util.Arrays.compareUnsigned(bytes.toByteArray(), others.toByteArray());
        }
        if (one instanceof Comparable<?> comparable && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(other);
        }
        throw new Failure("no such overload");
    }
}
