package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Sequences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for list elements with several keys, some of which may be missing. */
final class KeyTuples {

    private KeyTuples() {}

    /** Makes tuples the same that agree in one value and differ only where one of them has none. */
    static List<List<String>> unified(List<List<String>> tuples) {
        List<List<String>> result = new ArrayList<>(tuples);
        for (int i = 0; i < tuples.size(); i++) {
            List<String> first = result.get(i);
            for (int j = 0; j < tuples.size(); j++) {
                List<String> union = union(first, result.get(j));
                if (union != null) {
                    result.set(i, union);
                    result.set(j, union);
                }
            }
        }
        return result;
    }

    private static @Nullable List<String> union(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return null;
        }
        boolean common = false;
        List<String> union = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) {
            String left = a.get(i);
            String right = b.get(i);
            if (!left.equals(right) && !left.isEmpty() && !right.isEmpty()) {
                return null;
            }
            common |= left.equals(right);
            union.add(left.isEmpty() ? right : left);
        }
        return common ? union : null;
    }

    /** The keys that any element has a value for; all of them if none has. */
    static List<String> keysInUse(List<List<String>> tuples, List<String> keys) {
        List<String> used = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            if (isUsed(tuples, i)) {
                used.add(keys.get(i));
            }
        }
        return used.isEmpty() ? keys : used;
    }

    /** Values of one element for those keys. */
    static List<String> valuesInUse(List<List<String>> tuples, List<String> tuple, List<String> keys) {
        List<String> used = new ArrayList<>(tuple.size());
        boolean any = false;
        for (int i = 0; i < keys.size(); i++) {
            any |= isUsed(tuples, i);
        }
        if (!any) {
            return tuple;
        }
        for (int i = 0; i < tuple.size(); i++) {
            if (!tuple.get(i).isEmpty() || isUsed(tuples, i)) {
                used.add(tuple.get(i));
            }
        }
        return used;
    }

    private static boolean isUsed(List<List<String>> tuples, int index) {
        return tuples.stream()
                .anyMatch(tuple -> index < tuple.size() && !tuple.get(index).isEmpty());
    }

    /** Appends the object's own elements behind the merged ones; those already merged only set them again. */
    static Node append(Node merged, Node own, List<String> keys) {
        for (Node element : List.copyOf(own.content())) {
            if (keys.get(0).isEmpty()) {
                Sequences.set(merged, element, keys, List.of(element.value()));
            } else {
                appendOne(merged, element, keys);
            }
        }
        return merged;
    }

    private static void appendOne(Node merged, Node element, List<String> keys) {
        List<String> values = new ArrayList<>(keys.size());
        for (String key : keys) {
            Node value = Mappings.get(element, key);
            if (value == null) {
                merged.content().add(element);
            } else {
                values.add(value.value());
            }
        }
        if (keys.size() > 1) {
            Sequences.set(merged, null, keys, values);
        }
        Sequences.set(merged, element, keys, values);
    }
}
