package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.schema.SchemaType;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Sequences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lists whose elements have keys (or are plain values that occur once): those of the patch first, in its order, then what
 * is left of the object's.
 */
final class ListMerge {

    private final StrategicMerge merge;
    private final SchemaType type;

    ListMerge(StrategicMerge merge, SchemaType type) {
        this.merge = merge;
        this.type = type;
    }

    @Nullable
    Node merge(@Nullable Node object, @Nullable Node patch) {
        Node base = visit(object, patch);
        if (base == null) {
            return null;
        }
        List<String> keys = type.mergeKeys();
        return keys.isEmpty()
                ? combine(primitives(patch, base), List.of(""), base, patch)
                : combine(tuples(keys, patch, base), keys, base, patch);
    }

    private static @Nullable Node visit(@Nullable Node object, @Nullable Node patch) {
        if (Node.absent(object)) {
            return patch;
        }
        if (patch != null && patch.isNull()) {
            return null;
        }
        return switch (Directive.take(patch)) {
            case DELETE -> null;
            case REPLACE -> patch;
            case MERGE -> object;
        };
    }

    private static List<List<String>> primitives(@Nullable Node patch, Node base) {
        List<List<String>> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node list : lists(patch, base)) {
            for (Node item : list.content()) {
                if (seen.add(item.value())) {
                    values.add(List.of(item.value()));
                }
            }
        }
        return values;
    }

    /** Values of the keys of every element, the patch's first, each tuple once. */
    private static List<List<String>> tuples(List<String> keys, @Nullable Node patch, Node base) {
        List<List<String>> tuples = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Node list : lists(patch, base)) {
            for (Node element : list.content()) {
                List<String> tuple =
                        keys.stream().map(key -> keyValue(element, key)).toList();
                if (seen.add(tuple)) {
                    tuples.add(tuple);
                }
            }
        }
        return tuples;
    }

    private static List<Node> lists(@Nullable Node patch, Node base) {
        List<Node> lists = new ArrayList<>(2);
        if (patch != null && patch.isSequence()) {
            lists.add(patch);
        }
        lists.add(base);
        return lists;
    }

    private static String keyValue(Node element, String key) {
        Node value = Mappings.find(element, key);
        return value == null || value.isNullOrEmpty() ? "" : value.value();
    }

    private Node combine(List<List<String>> found, List<String> keys, Node base, @Nullable Node patch) {
        List<List<String>> tuples = keys.size() > 1 ? KeyTuples.unified(found) : found;
        Node added = Node.sequence();
        List<String> validKeys = keys;
        for (List<String> tuple : tuples) {
            validKeys = KeyTuples.keysInUse(tuples, keys);
            List<String> values = KeyTuples.valuesInUse(tuples, tuple, keys);
            mergeElement(validKeys, values, base, patch, added);
        }
        return tuples.isEmpty() ? base : KeyTuples.append(added, base, validKeys);
    }

    private void mergeElement(List<String> keys, List<String> values, Node base, @Nullable Node patch, Node added) {
        List<String> ownKeys = KeyTuples.keysInUse(List.of(values), keys);
        List<String> ownValues = KeyTuples.valuesInUse(List.of(values), values, keys);
        Node merged = merge.walk(
                type.elements(),
                find(base, ownKeys, ownValues),
                patch == null ? null : find(patch, ownKeys, ownValues));
        if (merged == null
                || merged.isNull()
                || (merged.isMapping() && merged.content().isEmpty())) {
            Sequences.set(base, null, keys, values);
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (Mappings.find(merged, keys.get(i)) == null && !values.get(i).isEmpty()) {
                complete(merged, keys.get(i), values.get(i));
            }
        }
        Sequences.set(added, merged, keys, values);
    }

    private static void complete(Node element, String key, String value) {
        if (key.isEmpty()) {
            Mappings.setScalar(element, Node.scalar(value));
        } else {
            Mappings.set(element, key, Node.scalar(value));
        }
    }

    private static @Nullable Node find(Node list, List<String> keys, List<String> values) {
        return list.isSequence() && keys.size() == values.size() ? Sequences.find(list, keys, values) : null;
    }
}
