package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.BuildException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed fields out of a plain map, as Go decodes JSON into a struct: names match whatever their case, null is as absent. Strict
 * reading (kustomization files) refuses fields that nobody asked for and values of another type; lenient reading (configurations of
 * plugins) passes over the former and turns numbers and booleans into text where text is wanted.
 */
public final class Fields {

    private static final String LOOK_UP = "look the field up in the documentation of kustomization files";

    private final String path;
    private final boolean strict;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> known = new TreeSet<>();

    private Fields(Map<?, ?> source, String path, boolean strict) {
        this.path = path;
        this.strict = strict;
        new TreeMap<>(source).forEach((name, value) -> {
            String key = name.toString().toLowerCase(Locale.ROOT);
            values.put(key, value);
            names.put(key, name.toString());
        });
    }

    /**
     * Reads a map strictly.
     *
     * @param path where it stands, for errors; {@code ""} for the whole file
     */
    public static Fields strict(@Nullable Object source, String path) {
        return of(source, path, true);
    }

    /** Reads a map leniently. */
    public static Fields lenient(@Nullable Object source, String path) {
        return of(source, path, false);
    }

    private static Fields of(@Nullable Object source, String path, boolean strict) {
        if (source == null) {
            return new Fields(Map.of(), path, strict);
        }
        if (source instanceof Map<?, ?> map) {
            return new Fields(map, path, strict);
        }
        throw wrongType(path, "a map", source, LOOK_UP);
    }

    private @Nullable Object value(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (asked.add(key)) {
            known.add(name);
        }
        return values.get(key);
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** Path of a field, for errors. */
    public String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public String text(String name) {
        return asText(value(name), pathOf(name));
    }

    private String asText(@Nullable Object value, String where) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        if (!strict && !(value instanceof Map) && !(value instanceof List)) {
            return value.toString();
        }
        throw wrongType(where, "text", value, "put the value in quotes");
    }

    public boolean flag(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrongType(pathOf(name), "true or false", value, LOOK_UP);
    }

    public long number(String name) {
        Object value = value(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number.longValue();
        }
        throw wrongType(pathOf(name), "a whole number", value, LOOK_UP);
    }

    public List<String> texts(String name) {
        return list(name, (value, where) -> asText(value, where));
    }

    /** A map from text to text; empty if the field is absent. */
    public Map<String, String> textMap(String name) {
        Object value = value(name);
        Map<String, String> result = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> result.put(key.toString(), asText(text, pathOf(name) + "." + key)));
        } else if (value != null) {
            throw wrongType(pathOf(name), "a map", value, LOOK_UP);
        }
        return result;
    }

    /** A list of maps. */
    public <T> List<T> objects(String name, Function<Fields, T> reader) {
        return list(name, (value, where) -> read(value, where, reader));
    }

    /** One map, or null if the field is absent. */
    public <T> @Nullable T object(String name, Function<Fields, T> reader) {
        Object value = value(name);
        return value == null ? null : read(value, pathOf(name), reader);
    }

    private <T> T read(@Nullable Object value, String where, Function<Fields, T> reader) {
        Fields fields = of(value, where, strict);
        T result = reader.apply(fields);
        fields.refuseUnknown();
        return result;
    }

    private interface Element<T> {
        T read(@Nullable Object value, String where);
    }

    private <T> List<T> list(String name, Element<T> element) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw wrongType(pathOf(name), "a list", value, LOOK_UP);
        }
        List<T> result = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            result.add(element.read(items.get(i), pathOf(name) + "[" + i + "]"));
        }
        return result;
    }

    /** Fails if strict and there is a field that nobody asked for. */
    public void refuseUnknown() {
        if (!strict) {
            return;
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (!asked.contains(name.getKey())) {
                throw BuildException.because("unknown field '" + name.getValue() + "'")
                        .inField(pathOf(name.getValue()))
                        .hint(Spelling.advice(name.getValue(), known));
            }
        }
    }

    private static BuildException wrongType(String path, String wanted, Object found, String hint) {
        return BuildException.because("expected " + wanted + " but found " + kind(found))
                .inField(path)
                .hint(hint);
    }

    private static String kind(Object value) {
        return switch (value) {
            case Map<?, ?> map -> "a map";
            case List<?> list -> "a list";
            case Boolean flag -> "a boolean";
            case Number number -> "a number";
            default -> "text";
        };
    }
}
