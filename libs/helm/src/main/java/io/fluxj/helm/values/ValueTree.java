package io.fluxj.helm.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trees of values: tables (maps) with lists, texts, numbers, truth values and nulls in them. */
public final class ValueTree {
    private ValueTree() {}

    /** A map as a table; values have texts as keys only. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> asTable(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    /** A value as a table, if it is one. */
    public static @Nullable Map<String, @Nullable Object> table(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? asTable(map) : null;
    }

    /** A deep copy. */
    public static Map<String, @Nullable Object> copied(Map<String, ? extends @Nullable Object> table) {
        Map<String, @Nullable Object> copy = HashMap.newHashMap(table.size());
        table.forEach((key, value) -> copy.put(key, copiedValue(value)));
        return copy;
    }

    private static @Nullable Object copiedValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> copied(asTable(map));
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(copiedValue(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    /** Both tables in a new one; where both have a value that is no table in both, that of {@code over} counts, also null. */
    public static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> over) {
        Map<String, @Nullable Object> merged = new HashMap<>(base);
        over.forEach((key, value) -> {
            Map<String, @Nullable Object> inner = table(value);
            Map<String, @Nullable Object> below = table(merged.get(key));
            merged.put(key, inner == null || below == null ? value : merged(below, inner));
        });
        return merged;
    }

    /**
     * The table at a path with dots between its names.
     *
     * @return the table, or the name that no table was found under
     */
    public static Found table(Map<String, @Nullable Object> values, String path) {
        Map<String, @Nullable Object> at = values;
        for (String name : path.split("\\.", -1)) {
            Map<String, @Nullable Object> inner = table(at.get(name));
            if (inner == null) {
                return new Found.Nothing(name);
            }
            at = inner;
        }
        return new Found.Table(at);
    }

    /** What is found at a path. */
    public sealed interface Found {
        /** A table. */
        record Table(Map<String, @Nullable Object> values) implements Found {}

        /** No table. */
        record Nothing(String name) implements Found {}
    }

    /** A value at a path that is there and no table. */
    public record Scalar(@Nullable Object value) {}

    /** The value at a path with dots between its names, unless it is a table. */
    public static Optional<Scalar> scalar(Map<String, @Nullable Object> values, String path) {
        int dot = path.lastIndexOf('.');
        Map<String, @Nullable Object> holder = values;
        if (dot >= 0) {
            if (!(table(values, path.substring(0, dot)) instanceof Found.Table(var found))) {
                return Optional.empty();
            }
            holder = found;
        }
        String name = path.substring(dot + 1);
        boolean there = holder.containsKey(name) && !(holder.get(name) instanceof Map<?, ?>);
        return there ? Optional.of(new Scalar(holder.get(name))) : Optional.empty();
    }
}
