package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.patch.JsonPatchText.Spelled;
import io.fluxj.kustomize.yaml.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a document: a map or list and what is named in it. */
sealed interface JsonPointer {

    /** What is there; null if nothing is. */
    @Nullable
    Object get();

    void add(@Nullable Object value);

    void replace(@Nullable Object value);

    void remove();

    /** An entry of a map. */
    record Entry(Map<String, @Nullable Object> map, String key) implements JsonPointer {

        @Override
        public @Nullable Object get() {
            return map.get(key);
        }

        @Override
        public void add(@Nullable Object value) {
            map.put(key, value);
        }

        @Override
        public void replace(@Nullable Object value) {
            map.put(key, value);
        }

        @Override
        public void remove() {
            if (!map.containsKey(key)) {
                throw BuildException.because("there is no field '" + key + "' to remove");
            }
            map.remove(key);
        }
    }

    /** An element of a list. */
    record Element(List<@Nullable Object> list, String key) implements JsonPointer {

        @Override
        public @Nullable Object get() {
            return list.get(index(list.size()));
        }

        @Override
        public void add(@Nullable Object value) {
            if (key.equals("-")) {
                list.add(value);
                return;
            }
            list.add(index(list.size() + 1), value);
        }

        @Override
        public void replace(@Nullable Object value) {
            list.set(index(list.size()), value);
        }

        @Override
        public void remove() {
            list.remove(index(list.size()));
        }

        private int index(int size) {
            try {
                int index = Integer.parseInt(key);
                int place = index < 0 ? index + size : index;
                if (place >= 0 && place < size) {
                    return place;
                }
            } catch (NumberFormatException e) {
                throw BuildException.because("'" + key + "' is no index of a list")
                        .causedBy(e);
            }
            throw BuildException.because(
                    "index " + key + " lies outside the list, which has " + list.size() + " elements");
        }
    }

    /** Finds the place that a pointer names. */
    static JsonPointer to(Object document, @Nullable String path) {
        if (path == null) {
            throw BuildException.because("the operation has no path");
        }
        String[] parts = path.split("/", -1);
        if (parts.length < 2) {
            throw BuildException.because("the path '" + path + "' has to begin with /");
        }
        Object at = document;
        for (int i = 1; i < parts.length - 1; i++) {
            Object next = at instanceof Map || at instanceof List
                    ? in(at, decode(parts[i])).get()
                    : null;
            if (next == null) {
                throw BuildException.because("there is nothing at '"
                        + String.join("/", List.of(parts).subList(0, i + 1)) + "'");
            }
            at = next;
        }
        if (!(at instanceof Map) && !(at instanceof List)) {
            throw BuildException.because("what lies above '" + path + "' is neither a map nor a list");
        }
        return in(at, decode(parts[parts.length - 1]));
    }

    @SuppressWarnings("unchecked")
    private static JsonPointer in(Object container, String key) {
        return container instanceof Map
                ? new Entry((Map<String, @Nullable Object>) container, key)
                : new Element((List<@Nullable Object>) container, key);
    }

    private static String decode(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    /** A copy that can be changed. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, child) -> copy.put(key.toString(), copy(child)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(child -> copy.add(copy(child)));
            return copy;
        }
        return value instanceof Spelled spelled ? spelled.value() : value;
    }

    /** Whether two values are the same, which for plain values means: spelled the same in JSON. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            boolean same = left.size() == right.size();
            for (int i = 0; same && i < left.size(); i++) {
                same = same(left.get(i), right.get(i));
            }
            return same;
        }
        boolean leaves = !(a instanceof Map || a instanceof List || b instanceof Map || b instanceof List);
        return leaves && !(b instanceof Spelled) && JsonText.of(a).equals(JsonText.of(b));
    }
}
