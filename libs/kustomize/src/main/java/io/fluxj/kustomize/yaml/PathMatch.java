package io.fluxj.kustomize.yaml;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all nodes at a path with field names, indexes, {@code [field=pattern]} conditions and {@code *} for every element, and makes
 * them if asked to.
 */
public final class PathMatch {

    private static final Bounds INNER = new Bounds(100_000, 100);

    private final Node.@Nullable Kind created;

    private final FieldConditions conditions;

    /**
     * Finds, and makes, nodes.
     *
     * @param created kind of node to make where something is missing, or null to make nothing
     */
    public PathMatch(Node.@Nullable Kind created, FieldConditions conditions) {
        this.created = created;
        this.conditions = conditions;
    }

    /**
     * The nodes at the path, or null if it leads nowhere.
     *
     * @throws YamlException if the path does not fit the tree
     */
    public @Nullable List<Node> find(Node root, List<String> path) {
        return match(root, path);
    }

    private @Nullable List<Node> match(Node node, List<String> path) {
        if (path.isEmpty()) {
            return new ArrayList<>(List.of(node));
        }
        String part = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (Lookup.index(part) >= 0) {
            return index(node, Lookup.index(part), part, rest);
        }
        if (Lookup.isCondition(part)) {
            return condition(node, part, rest, true);
        }
        return part.equals("*") ? every(node, rest) : field(node, part, rest);
    }

    private @Nullable List<Node> every(Node node, List<String> rest) {
        Mappings.require(node, Node.Kind.SEQUENCE);
        List<Node> found = null;
        for (Node element : node.content()) {
            found = plus(found, match(element, rest));
        }
        return found;
    }

    private static @Nullable List<Node> plus(@Nullable List<Node> found, @Nullable List<Node> more) {
        if (more == null) {
            return found;
        }
        List<Node> all = found == null ? new ArrayList<>() : found;
        all.addAll(more);
        return all;
    }

    private @Nullable List<Node> field(Node node, String name, List<String> rest) {
        Node field = Mappings.get(node, name);
        if (field == null && created == null) {
            return null;
        }
        if (field == null) {
            field = Node.of(Lookup.kindBefore(rest.isEmpty() ? "" : rest.get(0), orScalar()));
            if (Mappings.set(node, name, field) == null) {
                return null;
            }
        }
        if (field.isScalar() && !rest.isEmpty()) {
            refuseMakingInNothing(field, name);
            return field.isNull() ? match(field, rest) : inside(field, rest);
        }
        return match(field, rest);
    }

    private Node.Kind orScalar() {
        return created == null ? Node.Kind.SCALAR : created;
    }

    /** In a field that is there but left blank nothing can be made; what was made would be lost. */
    private void refuseMakingInNothing(Node field, String name) {
        if (created != null && field.isNull() && field.value().isEmpty()) {
            throw new YamlException(
                    "nothing can be made in the field '" + name + "', because it is null",
                    field.line(),
                    "take the empty field out, or give it a map or list");
        }
    }

    /** A scalar may itself hold YAML or JSON; changes to what is found in there are not written back. */
    private @Nullable List<Node> inside(Node scalar, List<String> rest) {
        Node parsed = YamlReader.read(scalar.value(), INNER, 1);
        return parsed == null ? null : match(parsed, rest);
    }

    private @Nullable List<Node> index(Node node, int index, String part, List<String> rest) {
        Mappings.require(node, Node.Kind.SEQUENCE);
        List<Node> elements = node.content();
        if (index == elements.size() && created != null) {
            elements.add(Node.of(Lookup.kindBefore(rest.isEmpty() ? "" : rest.get(0), orScalar())));
        }
        if (index >= elements.size()) {
            throw new YamlException(
                    "index " + part + " is given but there are only " + elements.size() + " elements",
                    node.line(),
                    "elements are counted from 0");
        }
        return match(elements.get(index), rest);
    }

    private @Nullable List<Node> condition(Node node, String part, List<String> rest, boolean mayCreate) {
        String[] condition = Lookup.condition(part);
        Pattern pattern = conditions.pattern(condition[1]);
        Mappings.require(node, Node.Kind.SEQUENCE);
        List<Node> found = null;
        for (Node element : node.content()) {
            if (holds(element, condition[0], pattern)) {
                found = plus(found, condition[0].isEmpty() ? List.of(element) : match(element, rest));
            }
        }
        if (found != null && found.isEmpty()) {
            found = null;
        }
        if (found != null || created == null || !mayCreate) {
            return found;
        }
        node.content().add(Lookup.element(condition));
        return condition(node, part, rest, false);
    }

    private static boolean holds(Node element, String field, Pattern pattern) {
        Node value = field.isEmpty() ? element : Mappings.find(element, field);
        return value != null && pattern.matcher(NodeText.of(value).strip()).find();
    }
}
