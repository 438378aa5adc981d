package io.fluxj.kustomize.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finding and setting elements of sequences by the values of their keys; the key {@code ""} stands for the element itself. */
public final class Sequences {

    private Sequences() {}

    /** The first element whose keys have these values, or null. */
    public static @Nullable Node find(Node sequence, List<String> keys, List<String> values) {
        Mappings.require(sequence, Node.Kind.SEQUENCE);
        for (Node element : sequence.content()) {
            boolean primitive = keys.isEmpty() || keys.get(0).isEmpty();
            if (primitive
                    ? element.value().equals(values.isEmpty() ? "" : values.get(0))
                    : matches(element, keys, values)) {
                return element;
            }
        }
        return null;
    }

    private static boolean matches(Node element, List<String> keys, List<String> values) {
        if (!element.isMapping() || element.isNull()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            Node field = Mappings.find(element, keys.get(i));
            if (field == null || i >= values.size() || !field.value().equals(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first element that is a mapping with that key, or null. */
    public static @Nullable Node withKey(Node sequence, String key) {
        for (Node element : sequence.content()) {
            if (element.isMapping() && Mappings.find(element, key) != null) {
                return element;
            }
        }
        return null;
    }

    /**
     * Puts an element in the place of every one whose keys have these values, or at the end if there is none; removes them if the element
     * is null. Null and empty elements go as well, and without values every element that does not match.
     */
    public static void set(Node sequence, @Nullable Node element, List<String> keys, List<String> values) {
        Mappings.require(sequence, Node.Kind.SEQUENCE);
        boolean byKey = !keys.isEmpty()
                && !keys.get(0).isEmpty()
                && !values.isEmpty()
                && !values.get(0).isEmpty();
        List<Node> result = new ArrayList<>(sequence.content().size() + 1);
        boolean placed = false;
        for (Node old : sequence.content()) {
            if (old.isNull() || (old.isMapping() && old.content().isEmpty())) {
                continue;
            }
            if (!old.isMapping() && byKey) {
                result.add(old);
                continue;
            }
            if (!holds(old, keys, values)) {
                if (!values.isEmpty()) {
                    result.add(old);
                }
                continue;
            }
            placed = true;
            if (element != null) {
                result.add(element);
            }
        }
        if (!placed && !Node.absent(element) && element != null) {
            result.add(element);
        }
        sequence.setContent(result);
    }

    /** A key beyond the last value counts as held if the key before it is. */
    private static boolean holds(Node element, List<String> keys, List<String> values) {
        boolean held = false;
        for (int i = 0; i < keys.size(); i++) {
            held = i < values.size() ? holds(element, keys.get(i), values.get(i)) : held;
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Node element, String key, String wanted) {
        if (key.isEmpty()) {
            Mappings.require(element, Node.Kind.SCALAR);
            return element.value().equals(wanted);
        }
        Node field = Mappings.get(element, key);
        return field != null && (wanted.isEmpty() || field.value().equals(wanted));
    }
}
