package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.ANY_MAP;
import static io.fluxj.gotemplate.value.GoType.ANY_SLICE;
import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.STRING;
import static io.fluxj.gotemplate.value.GoType.STRINGS;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.MapOrder;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions on maps. Those that set something change the map that they are given, as in Go. */
final class Dicts {
    private Dicts() {}

    static void addTo(Library library) {
        library.variadic("dict", ANY_MAP, (run, a) -> dict(run, a), ANY);
        addKeys(library);
        addChanges(library);
        addMerges(library);
        library.add("deepCopy", ANY, (run, a) -> new DeepCopy(run).start(a.getFirst()), ANY);
        library.alias("mustDeepCopy", "deepCopy");
        library.variadic("dig", ANY, (run, a) -> dig(a), ANY);
    }

    private static void addKeys(Library library) {
        library.add("get", ANY, (run, a) -> get(Args.map(a, 0), Args.text(a, 1)), ANY_MAP, STRING);
        library.add("hasKey", BOOL, (run, a) -> Args.map(a, 0).containsKey(Args.text(a, 1)), ANY_MAP, STRING);
        library.variadic("pluck", ANY_SLICE, (run, a) -> pluck(a), STRING, ANY_MAP);
        library.variadic("keys", STRINGS, (run, a) -> keys(run, a), ANY_MAP);
        library.add("values", ANY_SLICE, (run, a) -> values(run, Args.map(a, 0)), ANY_MAP);
        library.variadic("pick", ANY_MAP, (run, a) -> pick(a), ANY_MAP, STRING);
        library.variadic("omit", ANY_MAP, (run, a) -> omit(run, a), ANY_MAP, STRING);
    }

    private static void addChanges(Library library) {
        library.add("set", ANY_MAP, (run, a) -> set(a), ANY_MAP, STRING, ANY);
        library.add("unset", ANY_MAP, (run, a) -> unset(a), ANY_MAP, STRING);
    }

    private static void addMerges(Library library) {
        library.variadic("merge", ANY, (run, a) -> merged(run, a, false), ANY_MAP, ANY_MAP);
        library.alias("mustMerge", "merge");
        library.variadic("mergeOverwrite", ANY, (run, a) -> merged(run, a, true), ANY_MAP, ANY_MAP);
        library.alias("mustMergeOverwrite", "mergeOverwrite");
    }

    private static Map<String, @Nullable Object> dict(Meter meter, List<? extends @Nullable Object> args) {
        Map<String, @Nullable Object> dict = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            dict.put(Args.string(meter, args.get(i)), i + 1 < args.size() ? args.get(i + 1) : "");
        }
        return dict;
    }

    private static @Nullable Object get(Map<String, @Nullable Object> map, String key) {
        return map.containsKey(key) ? map.get(key) : "";
    }

    private static Object set(List<? extends @Nullable Object> args) {
        if (Values.isNil(args.getFirst())) {
            throw new GoError("assignment to entry in nil map");
        }
        Args.map(args, 0).put(Args.text(args, 1), args.get(2));
        return java.util.Objects.requireNonNull(args.getFirst());
    }

    private static Object unset(List<? extends @Nullable Object> args) {
        if (!Values.isNil(args.getFirst())) {
            Args.map(args, 0).remove(Args.text(args, 1));
        }
        return java.util.Objects.requireNonNull(args.getFirst());
    }

    private static List<@Nullable Object> pluck(List<? extends @Nullable Object> args) {
        List<@Nullable Object> found = new ArrayList<>();
        String key = Args.text(args, 0);
        for (int i = 1; i < args.size(); i++) {
            if (Args.map(args, i).containsKey(key)) {
                found.add(Args.map(args, i).get(key));
            }
        }
        return found;
    }

    /** Go gives them in random order, we in that of the keys. */
    private static GoSlice keys(Meter meter, List<? extends @Nullable Object> maps) {
        List<Object> keys = new ArrayList<>();
        for (Object map : maps) {
            meter.spend(Values.entries(map).size());
            MapOrder.sorted(Values.entries(map)).forEach(entry -> keys.add(entry.getKey()));
        }
        return GoSlice.of(STRINGS, keys);
    }

    private static List<@Nullable Object> values(Meter meter, Map<String, @Nullable Object> map) {
        meter.spend(map.size());
        List<@Nullable Object> values = new ArrayList<>();
        MapOrder.sorted(map).forEach(entry -> values.add(entry.getValue()));
        return values;
    }

    private static Map<String, @Nullable Object> pick(List<? extends @Nullable Object> args) {
        Map<String, @Nullable Object> map = Args.map(args, 0);
        Map<String, @Nullable Object> picked = new HashMap<>();
        for (int i = 1; i < args.size(); i++) {
            String key = Args.text(args, i);
            if (map.containsKey(key)) {
                picked.put(key, map.get(key));
            }
        }
        return picked;
    }

    private static Map<String, @Nullable Object> omit(Meter meter, List<? extends @Nullable Object> args) {
        Map<String, @Nullable Object> left = new HashMap<>(Args.map(args, 0));
        meter.spend(left.size());
        Args.rest(args, 1).forEach(left::remove);
        return left;
    }

    private static Object merged(Meter meter, List<? extends @Nullable Object> args, boolean overwrite) {
        Object target = java.util.Objects.requireNonNull(args.getFirst());
        if (Values.isNil(target)) {
            target = new HashMap<String, @Nullable Object>();
        }
        for (Object source : Args.rest(args, 1)) {
            new Merge(meter, overwrite).into(target, source, 0);
        }
        return target;
    }

    private static @Nullable Object dig(List<? extends @Nullable Object> args) {
        if (args.size() < 3) {
            throw new GoError("dig needs at least three arguments");
        }
        Map<?, ? extends @Nullable Object> map = requireMap(args.getLast());
        List<String> keys = new ArrayList<>();
        for (Object key : args.subList(0, args.size() - 2)) {
            keys.add(requireText(key));
        }
        Object otherwise = args.get(args.size() - 2);
        for (int i = 0; ; i++) {
            if (!map.containsKey(keys.get(i))) {
                return otherwise;
            }
            Object next = map.get(keys.get(i));
            if (i == keys.size() - 1) {
                return next;
            }
            map = requireMap(next);
        }
    }

    private static Map<?, ? extends @Nullable Object> requireMap(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        if (value instanceof GoMap map && map.type().equals(ANY_MAP)) {
            return map.entries();
        }
        throw conversion(value, ANY_MAP);
    }

    private static String requireText(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw conversion(value, STRING);
    }

    private static GoError conversion(@Nullable Object value, GoType wanted) {
        String is =
                Values.kind(value) == Kind.INVALID ? "nil" : Values.type(value).name();
        return new GoError("interface conversion: interface {} is " + is + ", not " + wanted);
    }
}
