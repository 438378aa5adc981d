package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies maps and lists with all that is in them. */
record DeepCopy(Meter meter) {
    private static final int DEEPEST = 1_000;

    Object start(@Nullable Object value) {
        if (value == null) {
            throw new GoError("reflect: call of reflect.Value.Type on zero Value");
        }
        return java.util.Objects.requireNonNull(copy(value, 0));
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw new GoError("deepCopy error: values nested deeper than " + DEEPEST + " levels cannot be copied");
        }
        return switch (value) {
            case Map<?, ?> map -> entries(map, depth);
            case GoMap map -> new GoMap(map.type(), entries(map.entries(), depth), map.nil());
            case List<?> list -> items(list, depth);
            case GoSlice slice -> new GoSlice(slice.type(), items(slice.items(), depth), slice.nil());
            case byte[] bytes -> bytes.clone();
            case null, default -> value;
        };
    }

    private Map<Object, @Nullable Object> entries(Map<?, ? extends @Nullable Object> map, int depth) {
        Map<Object, @Nullable Object> copy = new HashMap<>();
        map.forEach((key, value) -> copy.put(key, copy(value, depth + 1)));
        return copy;
    }

    private List<@Nullable Object> items(List<? extends @Nullable Object> items, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        items.forEach(item -> copy.add(copy(item, depth + 1)));
        return copy;
    }
}
