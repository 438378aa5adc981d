package io.fluxj.gotemplate;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions {@code index} and {@code slice}. */
final class Indexing {
    private Indexing() {}

    static @Nullable Object index(List<? extends @Nullable Object> args) {
        Object item = args.getFirst();
        if (Values.kind(item) == Kind.INVALID) {
            throw new GoError("index of untyped nil");
        }
        for (Object index : args.subList(1, args.size())) {
            item = element(item, index);
        }
        return item;
    }

    private static @Nullable Object element(@Nullable Object item, @Nullable Object index) {
        Kind kind = Values.kind(item);
        if (kind == Kind.INVALID || (kind == Kind.PTR && Values.isNil(item))) {
            throw new GoError("index of nil pointer");
        }
        if (kind == Kind.MAP) {
            return entry(Values.entries(item), Values.type(item), index);
        }
        if (kind != Kind.STRING && !kind.isSequence()) {
            throw new GoError("can't index item of type " + Values.type(item));
        }
        int length = Values.length(item);
        int at = position(index, length);
        if (at == length) {
            throw new GoError("reflect: " + kind.goName() + " index out of range");
        }
        return kind == Kind.STRING
                ? GoInt.of(GoType.UINT8, GoText.bytes(Values.string(item))[at])
                : Values.items(item).get(at);
    }

    private static @Nullable Object entry(Map<?, ? extends @Nullable Object> map, GoType type, @Nullable Object index) {
        Object key = Conversions.prepared(index, type.key() == null ? GoType.STRING : type.key());
        Object value = map.get(key);
        return value != null || map.containsKey(key) ? value : type.elemOrAny().zero();
    }

    private static int position(@Nullable Object index, int most) {
        Kind kind = Values.kind(index);
        if (kind == Kind.INVALID) {
            throw new GoError("cannot index slice/array with nil");
        }
        if (!kind.isInteger()) {
            throw new GoError("cannot index slice/array with type " + Values.type(index));
        }
        long at = Values.integer(index);
        if (at < 0 || at > most) {
            throw new GoError("index out of range: " + at);
        }
        return (int) at;
    }

    static Object slice(List<? extends @Nullable Object> args) {
        Object item = args.getFirst();
        List<? extends @Nullable Object> indexes = args.subList(1, args.size());
        Kind kind = Values.kind(item);
        if (kind == Kind.INVALID) {
            throw new GoError("slice of untyped nil");
        }
        if (indexes.size() > 3) {
            throw new GoError("too many slice indexes: " + indexes.size());
        }
        if (kind == Kind.STRING && indexes.size() == 3) {
            throw new GoError("cannot 3-index slice a string");
        }
        if (kind != Kind.STRING && !kind.isSequence()) {
            throw new GoError("can't slice item of type " + Values.type(item));
        }
        int length = Values.length(item);
        int[] bounds = {0, length, length};
        for (int i = 0; i < indexes.size(); i++) {
            bounds[i] = position(indexes.get(i), length);
        }
        requireOrder(bounds[0], bounds[1]);
        requireOrder(bounds[1], bounds[2]);
        return part(item, bounds[0], bounds[1]);
    }

    private static void requireOrder(int first, int second) {
        if (first > second) {
            throw new GoError("invalid slice index: " + first + " > " + second);
        }
    }

    private static Object part(@Nullable Object item, int from, int to) {
        return switch (Values.underlying(item)) {
            case byte[] bytes -> Arrays.copyOfRange(bytes, from, to);
            case List<?> list -> list.subList(from, to);
            case GoSlice slice -> GoSlice.of(slice.type(), slice.items().subList(from, to));
            case null, default -> GoText.slice(Values.string(item), from, to);
        };
    }
}
