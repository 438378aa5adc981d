package io.fluxj.kube.cel;

import dev.cel.common.CelOptions;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether two values are equal; what stands left decides whether the order of elements counts. */
final class Equality {
    static final RuntimeEquality OF_SCALARS =
            RuntimeEquality.create(RuntimeHelpers.create(), CelOptions.current().build());

    private Equality() {}

    static boolean equal(Object one, Object other) {
        return switch (one) {
            case KeyedList list when other instanceof List<?> others -> list.sameAs(others);
            case List<?> list when other instanceof List<?> others -> inOrder(list, others);
            case ObjectType.Fields fields when other instanceof ObjectType.Fields others -> fields.sameAs(others);
            case Map<?, ?> map when other instanceof Map<?, ?> others -> sameEntries(map, others);
            case Optional<?> value when other instanceof Optional<?> others -> samePresence(value, others);
            default -> OF_SCALARS.objectEquals(one, other);
        };
    }

    static boolean contains(List<?> list, Object value) {
        return list.stream().anyMatch(item -> equal(item, value));
    }

    private static boolean inOrder(List<?> list, List<?> others) {
        if (list.size() != others.size()) {
            return false;
        }
        Iterator<?> rest = others.iterator();
        for (Object item : list) {
            if (!equal(item, rest.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> map, Map<?, ?> others) {
        if (map.size() != others.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Optional<Object> other = OF_SCALARS.findInMap(others, entry.getKey());
            if (other.isEmpty() || !equal(entry.getValue(), other.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePresence(Optional<?> value, Optional<?> other) {
        return (value.isPresent() && other.isPresent())
                ? equal(value.get(), other.get())
                : value.isPresent() == other.isPresent();
    }
}
