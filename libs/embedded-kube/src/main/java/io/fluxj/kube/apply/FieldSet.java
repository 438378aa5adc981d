package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A set of paths into an object: the members at this level, and the sets below them. A set is filled by whoever made it and
 * not changed afterwards; the operations give new sets.
 */
public final class FieldSet {
    private final NavigableSet<PathElement> members = new TreeSet<>();
    private final NavigableMap<PathElement, FieldSet> children = new TreeMap<>();

    /** Whether no path is in it. */
    public boolean isEmpty() {
        return members.isEmpty() && children.values().stream().allMatch(FieldSet::isEmpty);
    }

    /** Adds a path. */
    public void insert(List<PathElement> path) {
        FieldSet at = this;
        for (PathElement step : path.subList(0, Math.max(0, path.size() - 1))) {
            at = at.children.computeIfAbsent(step, s -> new FieldSet());
        }
        if (!path.isEmpty()) {
            at.members.add(path.getLast());
        }
    }

    /** Whether the single step is a member. */
    public boolean has(PathElement step) {
        return members.contains(step);
    }

    /** Whether a whole path is a member. */
    public boolean has(List<PathElement> path) {
        FieldSet at = this;
        for (PathElement step : path.subList(0, path.size() - 1)) {
            at = at.below(step);
        }
        return at.has(path.getLast());
    }

    /** What lies below a step; empty when nothing does. */
    public FieldSet below(PathElement step) {
        FieldSet child = children.get(step);
        return child == null ? new FieldSet() : child;
    }

    /** All paths of both. */
    public FieldSet union(FieldSet other) {
        FieldSet out = new FieldSet();
        out.members.addAll(members);
        out.members.addAll(other.members);
        children.forEach((step, child) -> out.children.put(step, child.union(other.below(step))));
        other.children.forEach((step, child) -> out.children.putIfAbsent(step, child));
        return out;
    }

    /** The paths that are in both. */
    public FieldSet intersection(FieldSet other) {
        FieldSet out = new FieldSet();
        members.stream().filter(other.members::contains).forEach(out.members::add);
        children.forEach((step, child) -> out.put(step, child.intersection(other.below(step))));
        return out;
    }

    /** The paths that are not in the other. */
    public FieldSet difference(FieldSet other) {
        FieldSet out = new FieldSet();
        members.stream().filter(m -> !other.members.contains(m)).forEach(out.members::add);
        children.forEach((step, child) -> out.put(step, child.difference(other.below(step))));
        return out;
    }

    /** The paths that are neither in the other nor below one of its members. */
    public FieldSet without(FieldSet other) {
        FieldSet out = new FieldSet();
        members.stream().filter(m -> !other.members.contains(m)).forEach(out.members::add);
        children.forEach((step, child) -> {
            if (!other.members.contains(step)) {
                out.put(step, child.without(other.below(step)));
            }
        });
        return out;
    }

    /** The same with every parent that the schema declares by name as a member of its own. */
    FieldSet withDeclaredParents(Schema schema) {
        FieldSet out = new FieldSet();
        out.members.addAll(members);
        children.forEach((step, child) -> {
            boolean field = step.kind() == PathElement.Kind.FIELD;
            if (field && schema.property(step.text()).isPresent()) {
                out.members.add(step);
            }
            out.put(step, child.withDeclaredParents(field ? Shape.member(schema, step.text()) : schema.items()));
        });
        return out;
    }

    private void put(PathElement step, FieldSet child) {
        if (!child.isEmpty()) {
            children.put(step, child);
        }
    }

    /** The steps at this level that are members. */
    public NavigableSet<PathElement> members() {
        return members;
    }

    /** The steps at this level with something below. */
    public NavigableMap<PathElement, FieldSet> children() {
        return children;
    }

    /** Every path as messages show it, in order. */
    public List<String> shown() {
        List<String> out = new ArrayList<>();
        show("", out);
        return out;
    }

    private void show(String prefix, List<String> out) {
        members.forEach(m -> out.add(prefix + m.shown()));
        children.forEach((step, child) -> child.show(prefix + step.shown(), out));
    }

    /** The JSON of {@code fieldsV1}. */
    public ObjectNode encode() {
        ObjectNode out = Nodes.object();
        NavigableSet<PathElement> steps = new TreeSet<>(members);
        children.forEach((step, child) -> {
            if (!child.isEmpty()) {
                steps.add(step);
            }
        });
        for (PathElement step : steps) {
            FieldSet child = below(step);
            ObjectNode value = out.putObject(step.encoded());
            if (!child.isEmpty()) {
                if (members.contains(step)) {
                    value.putObject(".");
                }
                value.setAll(child.encode());
            }
        }
        return out;
    }

    /** Decodes managed fields; JSON that is no such thing is refused as an illegal argument. */
    public static FieldSet decode(JsonNode fields) {
        FieldSet out = new FieldSet();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().equals(".")) {
                continue;
            }
            PathElement step = PathElement.parse(field.getKey());
            JsonNode below = field.getValue();
            if (below.isEmpty() || below.has(".")) {
                out.members.add(step);
            }
            out.put(step, decode(below));
        }
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && members.equals(set.members) && children.equals(set.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(members, children);
    }

    @Override
    public String toString() {
        return Nodes.text(encode());
    }
}
