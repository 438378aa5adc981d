package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two states of an object: fields added, removed and changed. */
final class Comparison {
    private final FieldSet added = new FieldSet();
    private final FieldSet removed = new FieldSet();
    private final FieldSet modified = new FieldSet();
    private final Deque<PathElement> path = new ArrayDeque<>();

    /**
     * The three sets.
     *
     * @param added fields that only the new state has
     * @param removed fields that only the old state has
     * @param modified leaves whose value differs
     */
    record Result(FieldSet added, FieldSet removed, FieldSet modified) {
        FieldSet written() {
            return modified.union(added);
        }

        Result without(FieldSet ignored) {
            return new Result(added.without(ignored), removed.without(ignored), modified.without(ignored));
        }
    }

    static Result of(Schema schema, JsonNode before, JsonNode after) {
        Comparison walk = new Comparison();
        walk.visit(schema, before, after);
        return new Result(walk.added, walk.removed, walk.modified);
    }

    private void visit(Schema schema, @Nullable JsonNode before, @Nullable JsonNode after) {
        boolean leaf;
        if (after == null) {
            leaf = descend(Shape.of(schema, before), schema, before, null);
        } else if (before == null || Shape.of(schema, before) == Shape.of(schema, after)) {
            leaf = descend(Shape.of(schema, after), schema, before, after);
        } else {
            boolean old = descend(Shape.of(schema, before), schema, before, after);
            leaf = descend(Shape.of(schema, after), schema, before, after) || old;
        }
        if (!leaf && before == null) {
            insert(added);
        } else if (!leaf && after == null) {
            insert(removed);
        }
    }

    private boolean descend(Shape shape, Schema schema, @Nullable JsonNode before, @Nullable JsonNode after) {
        boolean leaf = shape == Shape.LEAF || (hollow(before) && hollow(after));
        if (leaf) {
            compareLeaf(before, after);
        } else if (shape == Shape.MAP) {
            members(schema, before, after);
        } else {
            elements(schema, before, after);
        }
        return leaf;
    }

    private static boolean hollow(@Nullable JsonNode value) {
        return value == null || value.isEmpty();
    }

    private void compareLeaf(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null) {
            insert(added);
        } else if (after == null) {
            insert(removed);
        } else if (!before.equals(after)) {
            insert(modified);
        }
    }

    private void members(Schema schema, @Nullable JsonNode before, @Nullable JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        addNames(before, names);
        addNames(after, names);
        for (String name : names) {
            path.addLast(PathElement.field(name));
            visit(Shape.member(schema, name), member(before, name), member(after, name));
            path.removeLast();
        }
    }

    private static void addNames(@Nullable JsonNode value, Set<String> names) {
        if (value != null) {
            value.fieldNames().forEachRemaining(names::add);
        }
    }

    private static @Nullable JsonNode member(@Nullable JsonNode value, String name) {
        return value == null ? null : value.get(name);
    }

    private void elements(Schema schema, @Nullable JsonNode before, @Nullable JsonNode after) {
        Map<PathElement, List<JsonNode>> left = grouped(schema, before);
        Map<PathElement, List<JsonNode>> right = grouped(schema, after);
        Set<PathElement> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (PathElement name : names) {
            path.addLast(name);
            compareElements(schema, left.getOrDefault(name, List.of()), right.getOrDefault(name, List.of()));
            path.removeLast();
        }
    }

    /** Elements of one name; those that repeat are compared as a whole. */
    private void compareElements(Schema schema, List<JsonNode> before, List<JsonNode> after) {
        if (before.size() <= 1 && after.size() <= 1) {
            visit(schema.items(), first(before), first(after));
        } else if (before.size() >= 2 && after.size() >= 2) {
            if (!before.equals(after)) {
                insert(modified);
            }
        } else if (before.size() >= 2) {
            if (!after.isEmpty()) {
                visit(schema.items(), null, after.getFirst());
            }
            insert(removed);
        } else {
            if (!before.isEmpty()) {
                visit(schema.items(), before.getFirst(), null);
            }
            insert(added);
        }
    }

    private static @Nullable JsonNode first(List<JsonNode> list) {
        return list.isEmpty() ? null : list.getFirst();
    }

    private static Map<PathElement, List<JsonNode>> grouped(Schema schema, @Nullable JsonNode list) {
        Map<PathElement, List<JsonNode>> out = new LinkedHashMap<>();
        if (list != null && list.isArray()) {
            ListElements.of(schema, list).forEach(e -> out.computeIfAbsent(e.name(), n -> new ArrayList<>())
                    .add(e.value()));
        }
        return out;
    }

    private void insert(FieldSet set) {
        set.insert(new ArrayList<>(path));
    }
}
