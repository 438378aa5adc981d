package io.fluxj.kustomize.yaml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values as they read in the printed text: keys in its order, whole floats as integers. */
public final class PrintedValues {

    private PrintedValues() {}

    /** The values of an object, which cannot be changed. */
    public static Map<String, Object> of(@Nullable Object object) {
        if (!(object instanceof Map<?, ?> map)) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> values = (Map<String, Object>) map(map);
        return values;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case Double number ->
                Scalars.read(JsonHop.number(number), Scalars.Rules.YAML_1_1).value();
            case BigInteger number ->
                Scalars.read(JsonHop.number(number), Scalars.Rules.YAML_1_1).value();
            case String text -> JsonHop.string(text);
            default -> value;
        };
    }

    private static List<@Nullable Object> list(List<?> list) {
        List<@Nullable Object> result = new ArrayList<>(list.size());
        list.forEach(item -> result.add(value(item)));
        return Collections.unmodifiableList(result);
    }

    private static Map<?, ?> map(Map<?, ?> map) {
        Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(map.size());
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> source = (Map<String, @Nullable Object>) map;
        for (String key : YamlPrinter.KEYS.sorted(source.keySet())) {
            result.put(JsonHop.string(key), value(source.get(key)));
        }
        return Collections.unmodifiableMap(result);
    }
}
