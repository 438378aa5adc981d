package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import io.fluxj.sops.yaml.Node;
import io.fluxj.sops.yaml.Scalars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes values of nodes: aliases are put in place, comments become entries before or after what they stand at. */
final class YamlTree {
    private final Limits limits;
    private final Set<Node> open = new HashSet<>();
    private int nodes;
    private int depth;

    YamlTree(Limits limits) {
        this.limits = limits;
    }

    Value.Branch document(Node document) {
        List<Entry> entries = new ArrayList<>();
        remarks(document.head(), false, entries::add);
        document.children().forEach(root -> root(root, entries));
        remarks(document.foot(), false, entries::add);
        return new Value.Branch(entries);
    }

    private void root(Node root, List<Entry> entries) {
        switch (root.kind()) {
            case MAPPING -> entriesWithRemarks(root, entries);
            case ALIAS -> root(root.target(), entries);
            case SCALAR -> empty(root, entries);
            case SEQUENCE ->
                throw new FormatException(
                        "Error unmarshaling input YAML: YAML documents that are sequences are not supported");
            case DOCUMENT -> throw new IllegalStateException("a document is no root");
        }
    }

    private void empty(Node root, List<Entry> entries) {
        if (!(Scalars.value(root) instanceof Value.Nothing)) {
            throw new FormatException(
                    "Error unmarshaling input YAML: YAML documents that are values are not supported");
        }
        remarks(root.head(), false, entries::add);
        remarks(root.beside(), false, entries::add);
        remarks(root.foot(), false, entries::add);
    }

    private Value value(Node node, boolean remarksDone) {
        count();
        return switch (node.kind()) {
            case SCALAR -> Scalars.value(node);
            case ALIAS -> alias(node);
            case MAPPING -> mapping(node, remarksDone);
            case SEQUENCE -> sequence(node, remarksDone);
            case DOCUMENT -> throw new IllegalStateException("a document is no value");
        };
    }

    private void count() {
        if (++nodes > limits.nodes()) {
            throw new FormatException("yaml: document contains excessive aliasing: more than " + limits.nodes()
                    + " values with those that aliases repeat");
        }
    }

    private Value alias(Node alias) {
        Node target = alias.target();
        if (!open.add(target)) {
            throw new FormatException("yaml: anchor value contains itself");
        }
        Value value = value(target, false);
        open.remove(target);
        return value;
    }

    private void enter(Node node) {
        if (++depth > limits.depth()) {
            throw new FormatException(
                    "yaml: line " + node.line() + ": nested deeper than " + limits.depth() + " levels");
        }
    }

    private Value mapping(Node node, boolean remarksDone) {
        enter(node);
        open.add(node);
        List<Entry> entries = new ArrayList<>();
        if (remarksDone) {
            entries(node, entries);
        } else {
            entriesWithRemarks(node, entries);
        }
        open.remove(node);
        depth--;
        return new Value.Branch(entries);
    }

    private void entriesWithRemarks(Node mapping, List<Entry> entries) {
        remarks(mapping.head(), false, entries::add);
        remarks(mapping.beside(), false, entries::add);
        entries(mapping, entries);
        remarks(mapping.foot(), false, entries::add);
    }

    private void entries(Node mapping, List<Entry> entries) {
        List<Node> children = mapping.children();
        for (int i = 0; i < children.size(); i += 2) {
            entry(children.get(i), children.get(i + 1), entries);
        }
    }

    private void entry(Node key, Node value, List<Entry> entries) {
        remarks(key.head(), false, entries::add);
        remarks(key.beside(), false, entries::add);
        boolean onOneLine = value.kind() == Node.Kind.SCALAR || value.kind() == Node.Kind.ALIAS;
        if (onOneLine) {
            remarks(value.head(), false, entries::add);
            remarks(value.beside(), true, entries::add);
        }
        entries.add(field(key(key), value(value, onOneLine)));
        if (onOneLine) {
            remarks(value.foot(), false, entries::add);
        }
        remarks(key.foot(), false, entries::add);
    }

    private Value key(Node key) {
        Node scalar = key.kind() == Node.Kind.ALIAS ? key.target() : key;
        if (scalar.kind() != Node.Kind.SCALAR) {
            throw new FormatException("yaml: line " + key.line() + ": invalid map key: a map or list");
        }
        count();
        return Scalars.value(scalar);
    }

    private static Entry field(Value key, Value value) {
        return key instanceof Value.Text text ? new Entry.Field(text.string(), value) : new Entry.Odd(key, value);
    }

    private Value sequence(Node node, boolean remarksDone) {
        enter(node);
        open.add(node);
        List<Value> items = new ArrayList<>();
        if (!remarksDone) {
            comments(node.head(), false, items::add);
            comments(node.beside(), false, items::add);
        }
        for (Node child : node.children()) {
            comments(child.head(), false, items::add);
            comments(child.beside(), true, items::add);
            items.add(value(child, true));
            comments(child.foot(), false, items::add);
        }
        if (!remarksDone) {
            comments(node.foot(), false, items::add);
        }
        open.remove(node);
        depth--;
        return new Value.Items(items);
    }

    private static void remarks(String lines, boolean beside, Consumer<Entry> target) {
        comments(lines, beside, comment -> target.accept(new Entry.Remark(comment)));
    }

    private static void comments(String lines, boolean beside, Consumer<Value.Comment> target) {
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                target.accept(new Value.Comment(line.substring(1), beside));
            }
        }
    }
}
