package io.fluxj.kustomize.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces aliases by copies of what they name and carries out merge keys ({@code <<}), so that nothing of either is left.
 *
 * @see "kyaml-style.md A1 no. 8"
 */
public final class Anchors {

    private final Bounds bounds;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private Anchors(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Expands a tree in place.
     *
     * @return the root, another node if it was itself an alias
     * @throws YamlException if the expansion is larger than allowed, contains itself, or merges something that is no mapping
     */
    public static Node expand(Node root, Bounds bounds) {
        return new Anchors(bounds).expand(root);
    }

    private Node expand(Node node) {
        if (++nodes > bounds.nodes()) {
            throw new YamlException(
                    "aliases expand to more than " + bounds.nodes() + " YAML nodes in one document", node.line());
        }
        return switch (node.kind()) {
            case SCALAR -> node;
            case ALIAS -> copyOf(node);
            case MAPPING -> mapping(node);
            case SEQUENCE -> children(node);
        };
    }

    private Node copyOf(Node alias) {
        Node target = alias.target();
        if (open.contains(target)) {
            throw new YamlException("an anchor contains an alias of itself", alias.line());
        }
        Node expanded = expand(target);
        count(expanded);
        return expanded.copy();
    }

    private void count(Node node) {
        if (++nodes > bounds.nodes()) {
            throw new YamlException(
                    "aliases expand to more than " + bounds.nodes() + " YAML nodes in one document", node.line());
        }
        node.content().forEach(this::count);
    }

    private Node children(Node node) {
        if (!open.add(node)) {
            throw new YamlException("an anchor contains an alias of itself", node.line());
        }
        List<Node> content = node.content();
        for (int i = 0; i < content.size(); i++) {
            content.set(i, expand(content.get(i)));
        }
        open.remove(node);
        return node;
    }

    private Node mapping(Node node) {
        Node sources = mergeValue(node);
        boolean hasMerge = false;
        for (int i = 0; i < node.content().size(); i += 2) {
            hasMerge |= node.content().get(i).value().equals("<<");
        }
        if (!hasMerge) {
            return children(node);
        }
        List<Node> merged = sources == null ? List.of() : mappings(sources);
        Mappings.remove(node, "<<");
        merge(node, merged);
        return children(node);
    }

    private static @Nullable Node mergeValue(Node node) {
        Node found = null;
        for (int i = 0; i < node.content().size(); i += 2) {
            if (node.content().get(i).tag().equals(Tags.MERGE)) {
                if (found != null) {
                    throw new YamlException(
                            "duplicate merge key", node.content().get(i).line());
                }
                found = node.content().get(i + 1);
            }
        }
        return found;
    }

    /** The mappings to merge, the one that wins last. */
    private static List<Node> mappings(Node value) {
        return switch (value.kind()) {
            case MAPPING -> List.of(value);
            case ALIAS -> aliased(value);
            case SEQUENCE -> reversed(value);
            case SCALAR -> throw new YamlException("map merge requires a map or a sequence of maps", value.line());
        };
    }

    private static List<Node> aliased(Node alias) {
        if (!alias.target().isMapping()) {
            throw new YamlException("invalid map merge: alias for a value that is no map", alias.line());
        }
        return List.of(alias.target());
    }

    private static List<Node> reversed(Node sequence) {
        List<Node> result = new ArrayList<>();
        for (Node item : sequence.content()) {
            if (item.isSequence()) {
                throw new YamlException("invalid map merge: nested sequence", item.line());
            }
            result.addAll(0, mappings(item));
        }
        return result;
    }

    private void merge(Node node, List<Node> sources) {
        Node result = Node.mapping();
        result.content().addAll(node.content());
        List<Node> all = new ArrayList<>(sources);
        all.add(node);
        for (Node source : all) {
            List<Node> entries = List.copyOf(source.content());
            for (int i = 0; i < entries.size(); i += 2) {
                count(entries.get(i + 1));
                put(result, entries.get(i), entries.get(i + 1));
            }
        }
        node.setContent(result.content());
    }

    private static void put(Node mapping, Node key, Node value) {
        List<Node> content = mapping.content();
        for (int i = 0; i < content.size(); i += 2) {
            if (content.get(i).value().equals(key.value())) {
                content.set(i, key.copy());
                content.set(i + 1, value.copy());
                return;
            }
        }
        content.add(key.copy());
        content.add(value.copy());
    }
}
