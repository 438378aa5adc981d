package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges maps by the rules of {@code dario.cat/mergo}: an empty value of the target (false, 0, "", an empty list) counts as missing. What is
 * taken over is shared with the source.
 */
record Merge(Meter meter, boolean overwrite) {
    private static final int DEEPEST = 1_000;

    void into(Object target, @Nullable Object source, int depth) {
        if (depth > DEEPEST) {
            throw new GoError("maps nested deeper than " + DEEPEST + " levels cannot be merged");
        }
        @SuppressWarnings("unchecked")
        Map<Object, @Nullable Object> map = (Map<Object, @Nullable Object>) Values.entries(target);
        List<Map.Entry<?, ? extends @Nullable Object>> entries =
                new ArrayList<>(Values.entries(source).entrySet());
        meter.spend(entries.size());
        for (Map.Entry<?, ? extends @Nullable Object> entry : entries) {
            entry(map, entry.getKey(), entry.getValue(), depth);
        }
    }

    private void entry(Map<Object, @Nullable Object> map, Object key, @Nullable Object value, int depth) {
        Object present = map.get(key);
        if (value == null) {
            if (overwrite) {
                map.put(key, null);
            }
            return;
        }
        Kind kind = Values.kind(value);
        boolean bothMaps = kind == Kind.MAP && Values.kind(present) == Kind.MAP;
        if (bothMaps && present != null && !Values.isNil(present)) {
            into(present, value, depth + 1);
        } else if (kind == Kind.SLICE && overwrite) {
            map.put(key, value);
        }
        boolean stays = !isEmpty(present) && (kind == Kind.SLICE || bothMaps);
        if (!stays && (overwrite || isEmpty(present))) {
            map.put(key, value);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return Values.kind(value) != Kind.STRUCT && !Values.truth(value);
    }
}
