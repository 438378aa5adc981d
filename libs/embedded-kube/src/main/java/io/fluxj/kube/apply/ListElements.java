package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names the elements of lists that are merged by element. */
final class ListElements {
    private ListElements() {}

    /**
     * One element and its name.
     *
     * @param name how paths call it
     * @param value the element
     */
    record Element(PathElement name, JsonNode value) {}

    /** The elements in order; equal names may repeat. An element that cannot be named goes by its place. */
    static List<Element> of(Schema list, JsonNode value) {
        List<Element> out = new ArrayList<>();
        int index = 0;
        for (JsonNode item : value) {
            out.add(new Element(name(list, item, index++), item));
        }
        return out;
    }

    /** The first element of every name. */
    static Map<PathElement, JsonNode> byName(Schema list, JsonNode value) {
        Map<PathElement, JsonNode> out = new LinkedHashMap<>();
        of(list, value).forEach(e -> out.putIfAbsent(e.name(), e.value()));
        return out;
    }

    private static PathElement name(Schema list, JsonNode item, int index) {
        return switch (list.listType()) {
            case SET -> PathElement.value(item);
            case MAP -> keyed(list, item, index);
            case ATOMIC -> PathElement.index(index);
        };
    }

    private static PathElement keyed(Schema list, JsonNode item, int index) {
        Map<String, JsonNode> keys = new TreeMap<>();
        for (String key : list.listKeys()) {
            JsonNode value = item.get(key);
            if (value == null || value.isNull()) {
                list.keyDefault(key).ifPresent(d -> keys.put(key, d));
            } else {
                keys.put(key, value);
            }
        }
        return keys.isEmpty() ? PathElement.index(index) : PathElement.key(keys);
    }
}
