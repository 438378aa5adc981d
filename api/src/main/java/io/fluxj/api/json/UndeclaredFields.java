package io.fluxj.api.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of an object that its class does not declare: those that only an older version of the kind had, and those of a newer
 * one. They have no effect, of which whoever wrote them should hear.
 */
public final class UndeclaredFields {
    private UndeclaredFields() {}

    /**
     * Lists the undeclared fields of a record and of all records within it.
     *
     * @param root path of the record, such as {@code spec}
     * @param value the record; null gives an empty list
     * @return their paths, such as {@code spec.validation} or {@code spec.postRenderers[0].kustomize.patchesJson6902}
     */
    public static List<String> of(String root, @Nullable Record value) {
        List<String> paths = new ArrayList<>();
        collect(root, value, paths);
        return List.copyOf(paths);
    }

    private static void collect(String path, @Nullable Object value, List<String> paths) {
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                collect(path + "[" + i + "]", elements.get(i), paths);
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> collect(path + "." + key, entry, paths));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collectComponent(path, record, component, paths);
            }
        }
    }

    private static void collectComponent(String path, Record record, RecordComponent component, List<String> paths) {
        Object value = valueOf(record, component);
        if (!component.getAccessor().isAnnotationPresent(UnknownFields.class)) {
            collect(path + "." + component.getName(), value, paths);
        } else if (value instanceof Map<?, ?> undeclared) {
            undeclared.keySet().forEach(name -> paths.add(path + "." + name));
        }
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
        }
    }
}
