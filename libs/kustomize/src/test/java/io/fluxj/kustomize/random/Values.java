package io.fluxj.kustomize.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps and lists that {@link YamlText} writes, and ways through them. */
final class Values {

    /** A place in an object: keys and indexes from the root on, and what stands there. */
    record Place(List<String> path, Object value) {

        Place below(String step, Object child) {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(step);
            return new Place(List.copyOf(deeper), child);
        }

        String pointer() {
            StringBuilder pointer = new StringBuilder();
            path.forEach(
                    step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
            return pointer.toString();
        }
    }

    private Values() {}

    /** A map of the keys and values given in turn. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }

    @SuppressWarnings("unchecked") // whatever is put into these maps has text for keys
    static Map<String, Object> mapAt(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.computeIfAbsent(key, absent -> new LinkedHashMap<>());
    }

    static String textAt(Map<String, Object> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    static String name(Map<String, Object> object) {
        return textAt(mapAt(object, "metadata"), "name");
    }

    /** Every place below the root. */
    static List<Place> places(Map<String, Object> root) {
        List<Place> found = new ArrayList<>();
        collect(new Place(List.of(), root), found);
        return found;
    }

    private static void collect(Place place, List<Place> found) {
        if (place.value() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> visit(place.below(String.valueOf(key), value), found));
        } else if (place.value() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(place.below(String.valueOf(i), list.get(i)), found);
            }
        }
    }

    private static void visit(Place place, List<Place> found) {
        found.add(place);
        collect(place, found);
    }
}
