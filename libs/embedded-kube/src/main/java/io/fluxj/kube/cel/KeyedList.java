package io.fluxj.kube.cel;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list in which no two elements have the same key: a set, whose elements are their own keys, or a map in the form of a list.
 * Its order does not count when it is compared, and adding to it replaces what has the same key. Source: {@code
 * x-kubernetes-list-type}.
 */
final class KeyedList extends AbstractList<Object> implements RandomAccess {
    private final List<Object> elements;
    private final Function<Object, Object> key;

    KeyedList(List<Object> elements, Function<Object, Object> key) {
        this.elements = elements;
        this.key = key;
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    boolean sameAs(List<?> others) {
        if (elements.size() != others.size()) {
            return false;
        }
        Map<Object, Object> byKey = byKey();
        for (Object other : others) {
            Object own = byKey.get(key.apply(other));
            if (own == null || !Equality.equal(own, other)) {
                return false;
            }
        }
        return true;
    }

    KeyedList plus(List<?> others) {
        Map<Object, Object> byKey = byKey();
        others.forEach(other -> byKey.put(key.apply(other), other));
        return new KeyedList(List.copyOf(byKey.values()), key);
    }

    private Map<Object, Object> byKey() {
        Map<Object, Object> byKey = new LinkedHashMap<>();
        elements.forEach(element -> byKey.put(key.apply(element), element));
        return byKey;
    }
}
