package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.ANY_SLICE;
import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.INT;

import io.fluxj.gotemplate.value.DeepEquality;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on lists of any type; what they answer is new. */
final class Lists {
    private static final GoType CHUNKS = GoType.slice(ANY_SLICE);

    private Lists() {}

    static void addTo(Library library) {
        library.variadic("list", ANY_SLICE, (run, a) -> list(a), ANY);
        library.alias("tuple", "list");
        addEnds(library);
        addSelections(library);
        library.variadic("concat", ANY, (run, a) -> concat(run, a), ANY);
    }

    private static void both(Library library, String name, GoType result, GoFunction.Body body, GoType... parameters) {
        library.add(name, result, body, parameters);
        library.alias("must" + Character.toUpperCase(name.charAt(0)) + name.substring(1), name);
    }

    private static void addEnds(Library library) {
        both(library, "append", ANY_SLICE, (run, a) -> push(run, a), ANY, ANY);
        both(library, "push", ANY_SLICE, (run, a) -> push(run, a), ANY, ANY);
        both(library, "prepend", ANY_SLICE, (run, a) -> prepend(run, a), ANY, ANY);
        both(library, "first", ANY, (run, a) -> end(a.getFirst(), "first", true), ANY);
        both(library, "last", ANY, (run, a) -> end(a.getFirst(), "last", false), ANY);
        both(library, "rest", ANY_SLICE, (run, a) -> rest(run, a.getFirst()), ANY);
        both(library, "initial", ANY_SLICE, (run, a) -> initial(run, a.getFirst()), ANY);
        both(library, "reverse", ANY_SLICE, (run, a) -> reversed(run, a.getFirst()), ANY);
        both(library, "chunk", CHUNKS, (run, a) -> chunk(run, Args.integer(a, 0), a.get(1)), INT, ANY);
    }

    private static void addSelections(Library library) {
        both(library, "compact", ANY_SLICE, (run, a) -> compact(run, a.getFirst()), ANY);
        both(library, "uniq", ANY_SLICE, (run, a) -> unique(run, a.getFirst()), ANY);
        both(library, "has", BOOL, (run, a) -> has(run, a.get(0), a.get(1)), ANY, ANY);
        library.variadic("without", ANY_SLICE, (run, a) -> without(run, a), ANY, ANY);
        library.alias("mustWithout", "without");
        library.variadic("slice", ANY, (run, a) -> slice(a), ANY, ANY);
        library.alias("mustSlice", "slice");
    }

    private static List<@Nullable Object> copy(Meter meter, List<? extends @Nullable Object> items) {
        meter.spend(items.size());
        return new ArrayList<>(items);
    }

    /** The arguments; without any of them a nil list. */
    private static Object list(List<? extends @Nullable Object> args) {
        return args.isEmpty() ? List.of() : new ArrayList<@Nullable Object>(args);
    }

    private static List<@Nullable Object> push(Meter meter, List<? extends @Nullable Object> args) {
        List<@Nullable Object> result = copy(meter, Args.items(args.getFirst(), "Cannot push on"));
        result.add(args.get(1));
        return result;
    }

    private static List<@Nullable Object> prepend(Meter meter, List<? extends @Nullable Object> args) {
        List<@Nullable Object> result = copy(meter, Args.items(args.getFirst(), "Cannot prepend on"));
        result.addFirst(args.get(1));
        return result;
    }

    private static @Nullable Object end(@Nullable Object list, String which, boolean first) {
        List<? extends @Nullable Object> items = Args.items(list, "Cannot find " + which + " on");
        if (items.isEmpty()) {
            return null;
        }
        return first ? items.getFirst() : items.getLast();
    }

    private static Object rest(Meter meter, @Nullable Object list) {
        List<? extends @Nullable Object> items = Args.items(list, "Cannot find rest on");
        return items.isEmpty() ? GoSlice.nil(ANY_SLICE) : copy(meter, items.subList(1, items.size()));
    }

    private static Object initial(Meter meter, @Nullable Object list) {
        List<? extends @Nullable Object> items = Args.items(list, "Cannot find initial on");
        return items.isEmpty() ? GoSlice.nil(ANY_SLICE) : copy(meter, items.subList(0, items.size() - 1));
    }

    private static List<@Nullable Object> reversed(Meter meter, @Nullable Object list) {
        List<@Nullable Object> result = copy(meter, Args.items(list, "Cannot find reverse on"));
        Collections.reverse(result);
        return result;
    }

    private static GoSlice chunk(Meter meter, int size, @Nullable Object list) {
        List<@Nullable Object> items = copy(meter, Args.items(list, "Cannot chunk"));
        if (size == 0) {
            throw new GoError("runtime error: makeslice: len out of range");
        }
        List<Object> chunks = new ArrayList<>();
        if (size < 0) {
            if (items.size() > 0) {
                throw new GoError("runtime error: makeslice: len out of range");
            }
            return GoSlice.of(CHUNKS, chunks);
        }
        for (int from = 0; from < items.size(); from += size) {
            chunks.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + size))));
        }
        return GoSlice.of(CHUNKS, chunks);
    }

    private static List<@Nullable Object> compact(Meter meter, @Nullable Object list) {
        List<@Nullable Object> result = copy(meter, Args.items(list, "Cannot compact on"));
        result.removeIf(Defaults::isEmpty);
        return result;
    }

    private static List<@Nullable Object> unique(Meter meter, @Nullable Object list) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object item : Args.items(list, "Cannot find uniq on")) {
            if (!contains(meter, result, item)) {
                result.add(item);
            }
        }
        return result;
    }

    private static boolean contains(Meter meter, List<? extends @Nullable Object> list, @Nullable Object wanted) {
        for (Object item : list) {
            if (DeepEquality.of(meter, wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Meter meter, @Nullable Object wanted, @Nullable Object list) {
        return list != null && contains(meter, Args.items(list, "Cannot find has on"), wanted);
    }

    private static List<@Nullable Object> without(Meter meter, List<? extends @Nullable Object> args) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object item : Args.items(args.getFirst(), "Cannot find without on")) {
            if (!contains(meter, Args.rest(args, 1), item)) {
                result.add(item);
            }
        }
        return result;
    }

    private static @Nullable Object slice(List<? extends @Nullable Object> args) {
        Object list = args.getFirst();
        if (list != null && !Values.kind(list).isSequence()) {
            throw new GoError("list should be type of slice or array but "
                    + Values.kind(list).goName());
        }
        List<? extends @Nullable Object> items = Args.items(list, "");
        if (items.isEmpty()) {
            return null;
        }
        long from = args.size() > 1 ? Cast.toLong(args.get(1)) : 0;
        long to = args.size() > 2 ? Cast.toLong(args.get(2)) : items.size();
        if (from < 0 || to > items.size() || from > to) {
            throw new GoError("reflect.Value.Slice: slice index out of bounds");
        }
        return part(list, (int) from, (int) to);
    }

    private static Object part(@Nullable Object list, int from, int to) {
        return switch (Values.underlying(list)) {
            case byte[] bytes -> Arrays.copyOfRange(bytes, from, to);
            case GoSlice typed -> GoSlice.of(typed.type(), typed.items().subList(from, to));
            case null, default -> Values.items(list).subList(from, to);
        };
    }

    private static Object concat(Meter meter, List<? extends @Nullable Object> lists) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object list : lists) {
            Kind kind = Values.kind(list);
            if (list != null && !kind.isSequence()) {
                throw new GoError("Cannot concat type " + kind.goName() + " as list");
            }
            List<? extends @Nullable Object> items = Args.items(list, "");
            meter.spend(items.size());
            result.addAll(items);
        }
        return result.isEmpty() ? GoSlice.nil(ANY_SLICE) : result;
    }
}
