package io.fluxj.helm.shape;

import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A struct with its values.
 *
 * @param values by their names in JSON; all members are there
 */
public record StructValue(Shape.Struct shape, Map<String, @Nullable Object> values) implements GoObject {

    @Override
    public GoType type() {
        return GoType.struct(shape.go());
    }

    @Override
    public List<Field> fields() {
        return shape.members().stream()
                .map(member ->
                        new Field(member.name(), member.json(), member.isLeftOutWhenEmpty(), values.get(member.json())))
                .toList();
    }

    public @Nullable Object get(String json) {
        return values.get(json);
    }

    public String text(String json) {
        return values.get(json) instanceof String text ? text : "";
    }

    public boolean flag(String json) {
        return Boolean.TRUE.equals(values.get(json));
    }

    /** The items of a list; none when it is nil. */
    public List<? extends @Nullable Object> items(String json) {
        Object list = values.get(json);
        return list == null ? List.of() : Values.items(list);
    }

    /** A list of texts. */
    public List<String> texts(String json) {
        return items(json).stream().map(String::valueOf).toList();
    }

    /** A map of texts. */
    public Map<String, String> textMap(String json) {
        Object map = values.get(json);
        if (map == null) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Values.entries(map).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** The same with another value. */
    public StructValue with(String json, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(json, value);
        return new StructValue(shape, changed);
    }

    /** As a map by the names in Go, which is how charts see structs; structs in lists are maps too. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new HashMap<>();
        shape.members().forEach(member -> map.put(member.name(), inMap(values.get(member.json()))));
        return map;
    }

    private static @Nullable Object inMap(@Nullable Object value) {
        return switch (value) {
            case StructValue struct -> struct.asMap();
            case List<?> list -> copied(list);
            case io.fluxj.gotemplate.value.GoSlice slice -> copied(slice.items());
            case null, default -> value;
        };
    }

    private static List<@Nullable Object> copied(List<?> list) {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(item instanceof StructValue struct ? struct.asMap() : item));
        return items;
    }
}
