package io.fluxj.api;

import io.fluxj.api.json.UnknownFields;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a record, and of those within, that its class does not declare. */
final class UnknownFieldNames {
    private UnknownFieldNames() {}

    static List<String> in(@Nullable Object value) {
        List<String> names = new ArrayList<>();
        if (value instanceof Collection<?> values) {
            values.forEach(element -> names.addAll(in(element)));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> names.addAll(in(element)));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                names.addAll(inComponent(value, component));
            }
        }
        return names;
    }

    private static List<String> inComponent(Object record, RecordComponent component) {
        Object value;
        try {
            value = component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        if (component.getAccessor().isAnnotationPresent(UnknownFields.class)) {
            return ((Map<?, ?>) value).keySet().stream().map(String::valueOf).toList();
        }
        return in(value);
    }
}
