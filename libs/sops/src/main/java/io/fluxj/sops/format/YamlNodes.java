package io.fluxj.sops.format;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import io.fluxj.sops.yaml.Node;
import io.fluxj.sops.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes nodes of values. Comments wait for the next entry; the first ones of a map or list stand above all of it. */
final class YamlNodes {
    private final Node collection;
    private final List<String> above = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    private YamlNodes(Node collection) {
        this.collection = collection;
    }

    static Node mapping(Value.Branch branch) {
        YamlNodes nodes = new YamlNodes(Node.mapping());
        for (Entry entry : branch.entries()) {
            switch (entry) {
                case Entry.Remark remark -> nodes.wait(remark.comment());
                case Entry.Field field -> nodes.field(Scalars.node(field.key()), field.value());
                case Entry.Odd odd -> nodes.field(Scalars.node(odd.key()), odd.value());
            }
        }
        return nodes.end(2);
    }

    private static Node sequence(Value.Items items) {
        YamlNodes nodes = new YamlNodes(Node.sequence());
        for (Value value : items.values()) {
            if (value instanceof Value.Comment comment) {
                nodes.wait(comment);
            } else {
                nodes.item(node(value));
            }
        }
        return nodes.end(1);
    }

    private static Node node(Value value) {
        return switch (value) {
            case Value.Branch branch -> mapping(branch);
            case Value.Items items -> sequence(items);
            case Value.Comment comment -> mapping(fields(comment));
            case Value.Text text -> Scalars.node(text);
            case Value.Whole whole -> Scalars.node(whole);
            case Value.Real real -> Scalars.node(real);
            case Value.Truth truth -> Scalars.node(truth);
            case Value.Time time -> Scalars.node(time);
            case Value.Nothing nothing -> Scalars.node(nothing);
            case Value.Foreign foreign -> throw new FormatException("cannot write a value of type " + foreign.type());
        };
    }

    /** A value that says of itself to be a comment. */
    private static Value.Branch fields(Value.Comment comment) {
        return new Value.Branch(List.of(
                new Entry.Field("value", Value.Text.of(comment.text())),
                new Entry.Field("inline", new Value.Truth(comment.beside()))));
    }

    private void wait(Value.Comment comment) {
        (comment.beside() ? beside : above).add(comment.text());
    }

    private void field(Node key, Value value) {
        Node node = node(value);
        begin();
        giveAbove(key);
        giveBeside(node);
        collection.children().add(key);
        collection.children().add(node);
    }

    private void item(Node node) {
        begin();
        giveAbove(node);
        giveBeside(node);
        collection.children().add(node);
    }

    private void begin() {
        if (collection.children().isEmpty()) {
            giveAbove(collection);
        }
    }

    private void giveAbove(Node node) {
        if (!above.isEmpty()) {
            node.head(lines(above) + (node.head().isEmpty() ? "" : "\n" + node.head()));
            above.clear();
        }
    }

    private void giveBeside(Node node) {
        if (!beside.isEmpty()) {
            node.beside(lines(beside));
            beside.clear();
        }
    }

    private Node end(int fromLast) {
        above.addAll(beside);
        List<Node> children = collection.children();
        if (above.isEmpty()) {
            return collection;
        }
        if (children.isEmpty()) {
            giveAbove(collection);
        } else {
            children.get(children.size() - fromLast).foot(lines(above));
        }
        return collection;
    }

    private static String lines(List<String> comments) {
        return comments.stream().map(each -> "#" + each).collect(Collectors.joining("\n"));
    }
}
