package io.fluxj.helm.shape;

import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlReader;
import io.fluxj.helm.shape.Shape.Member;
import io.fluxj.helm.shape.Shape.Struct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into structs as {@code sigs.k8s.io/yaml} does, which goes through JSON: names of fields match in any case, numbers and truth values become texts
 * where a text is wanted, what does not fit is an error, but only once the rest was read.
 */
public final class ShapeReader {
    /** The innermost struct that is being read: Go names it in its messages. */
    private Struct current;

    private @Nullable GoError failure;

    private ShapeReader(Struct root) {
        this.current = root;
    }

    /**
     * Reads the first document of a text.
     *
     * @throws GoError when it is malformed or does not fit
     */
    public static StructValue yaml(Struct shape, String text) {
        Object value;
        try {
            value = YamlReader.readExact(Meter.NONE, text);
        } catch (GoError e) {
            throw new GoError("error converting YAML to JSON: " + e.getMessage(), e);
        }
        try {
            return plain(shape, value);
        } catch (GoError e) {
            throw new GoError("error unmarshaling JSON: while decoding JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws GoError when it does not fit
     */
    public static StructValue plain(Struct shape, @Nullable Object value) {
        ShapeReader reader = new ShapeReader(shape);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new GoError("json: cannot unmarshal " + JsonWord.of(value) + " into Go value of type " + shape.go());
        }
        StructValue read = value instanceof Map<?, ?> map ? reader.struct(shape, map, "") : shape.zero();
        if (reader.failure != null) {
            throw reader.failure;
        }
        return read;
    }

    private @Nullable Object read(Shape shape, @Nullable Object value, String path) {
        if (value == null) {
            return shape.zero();
        }
        return switch (shape) {
            case Shape.Text text -> text(value, path);
            case Shape.Flag flag -> value instanceof Boolean ? value : unfit(shape, value, path);
            case Shape.Whole whole -> whole(shape, value, path);
            case Shape.Any any -> inJson(value);
            case Shape.Bytes bytes -> value instanceof String text ? bytes(text) : unfit(shape, value, path);
            case Shape.Items items ->
                value instanceof List<?> list ? list(items, list, path) : unfit(shape, value, path);
            case Shape.Mapping mapping ->
                value instanceof Map<?, ?> map ? mapping(mapping, map, path) : unfit(shape, value, path);
            case Struct struct ->
                value instanceof Map<?, ?> map ? struct(struct, map, path) : unfit(shape, value, path);
        };
    }

    private @Nullable Object unfit(Shape shape, Object value, String path) {
        if (failure == null) {
            failure = new GoError("json: cannot unmarshal " + JsonWord.of(value) + " into Go struct field "
                    + current.name() + "." + path + " of type " + shape.go());
        }
        return shape.zero();
    }

    private @Nullable Object text(Object value, String path) {
        return switch (value) {
            case String text -> GoText.replaced(text);
            case Long number -> number.toString();
            case GoInt number -> number.toString();
            case Double number -> GoFloats.format(number, 'g', GoFloats.SHORTEST, 32);
            case Boolean flag -> flag.toString();
            default -> unfit(Shape.TEXT, value, path);
        };
    }

    private @Nullable Object whole(Shape shape, Object value, String path) {
        return switch (value) {
            case Long number -> GoInt.of(number);
            case GoInt number -> number;
            case Double number when number == Math.rint(number) -> GoInt.of(number.longValue());
            default -> unfit(shape, value, path);
        };
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GoError("illegal base64 data: " + e.getMessage(), e);
        }
    }

    private List<@Nullable Object> list(Shape.Items items, List<?> list, String path) {
        List<@Nullable Object> read = new ArrayList<>();
        for (Object item : list) {
            boolean nil = item == null && items.of() instanceof Struct;
            read.add(nil ? null : read(items.of(), item, path));
        }
        return read;
    }

    private Object mapping(Shape.Mapping mapping, Map<?, ?> map, String path) {
        Map<String, @Nullable Object> read = new HashMap<>();
        new TreeMap<>(map).forEach((key, value) -> read.put(String.valueOf(key), read(mapping.of(), value, path)));
        return mapping.of() instanceof Shape.Text ? GoMap.of(GoType.STRING_MAP, read) : read;
    }

    private StructValue struct(Struct shape, Map<?, ?> map, String path) {
        Struct outer = current;
        current = shape;
        StructValue value = members(shape, map, path);
        current = outer;
        return value;
    }

    private StructValue members(Struct shape, Map<?, ?> map, String path) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(shape.zero().values());
        new TreeMap<>(map)
                .forEach((key, value) -> member(shape, String.valueOf(key)).ifPresent(member -> {
                    boolean nil = value == null;
                    if (!nil || member.isOptional()) {
                        String inner = path.isEmpty() ? member.json() : path + "." + member.json();
                        values.put(member.json(), nil ? null : read(member.shape(), value, inner));
                    }
                }));
        return new StructValue(shape, values);
    }

    private static Optional<Member> member(Struct shape, String key) {
        return shape.members().stream()
                .filter(member -> member.json().equals(key))
                .findFirst()
                .or(() -> shape.members().stream()
                        .filter(member -> member.json().equalsIgnoreCase(key))
                        .findFirst());
    }

    /** What JSON makes of a value: every number is a float64. */
    private static @Nullable Object inJson(@Nullable Object value) {
        return switch (value) {
            case Long number -> (double) number;
            case GoInt number -> new BigDecimal(number.toString()).doubleValue();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> read = new HashMap<>();
                map.forEach((key, entry) -> read.put(String.valueOf(key), inJson(entry)));
                yield read;
            }
            case List<?> list -> {
                List<@Nullable Object> read = new ArrayList<>();
                list.forEach(item -> read.add(inJson(item)));
                yield read;
            }
            case null, default -> value;
        };
    }
}
