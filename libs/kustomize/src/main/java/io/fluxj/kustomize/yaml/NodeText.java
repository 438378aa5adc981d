package io.fluxj.kustomize.yaml;

import io.fluxj.yaml.Dialect;
import io.fluxj.yaml.ScalarLook;
import io.fluxj.yaml.ScalarWriter;
import io.fluxj.yaml.YamlOutput;
import java.util.List;

/**
 * Prints nodes with the styles they have: for YAML that lies inside a text and was changed there. Key order, quotes and block scalars
 * stay; comments are lost.
 */
public final class NodeText {

    private final YamlOutput out = new YamlOutput();

    private NodeText() {}

    /** The text of a tree, ending in a line break. */
    public static String of(Node root) {
        NodeText text = new NodeText();
        text.node(root, true);
        return text.out.finish();
    }

    private void node(Node node, boolean inMapping) {
        switch (node.kind()) {
            case SCALAR -> scalar(node, false);
            case MAPPING -> map(node);
            case SEQUENCE -> list(node, inMapping);
            case ALIAS -> node(node.target(), inMapping);
        }
    }

    private void list(Node list, boolean inMapping) {
        if (list.content().isEmpty()) {
            out.indicator("[]", true, false, false);
            return;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? 0 : inMapping && !out.atIndention() ? before : before + 2);
        for (Node item : list.content()) {
            out.writeIndent();
            out.indicator("-", true, false, true);
            node(item, false);
        }
        out.setIndent(before);
    }

    private void map(Node map) {
        List<Node> content = map.content();
        if (content.isEmpty()) {
            out.indicator("{}", true, false, false);
            return;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? 0 : before + 2);
        for (int i = 0; i < content.size(); i += 2) {
            out.writeIndent();
            scalar(content.get(i), true);
            out.indicator(":", false, false, false);
            node(content.get(i + 1), true);
        }
        out.setIndent(before);
    }

    private void scalar(Node node, boolean key) {
        String text = node.value();
        ScalarLook look = ScalarLook.of(text, Dialect.V2);
        Node.Style style = style(node);
        if (style == Node.Style.PLAIN && (!look.plain() || (text.isEmpty() && key))) {
            style = Node.Style.SINGLE_QUOTED;
        }
        if (style == Node.Style.SINGLE_QUOTED && !look.singleQuoted()) {
            style = Node.Style.DOUBLE_QUOTED;
        }
        boolean block = style == Node.Style.LITERAL || style == Node.Style.FOLDED;
        if (block && (key || !look.block())) {
            style = Node.Style.DOUBLE_QUOTED;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? 2 : before + 2);
        ScalarWriter writer = new ScalarWriter(out, false);
        switch (style) {
            case PLAIN -> {
                if (!text.isEmpty()) {
                    writer.plain(text);
                }
            }
            case SINGLE_QUOTED -> writer.singleQuoted(text);
            case DOUBLE_QUOTED -> writer.doubleQuoted(text);
            case LITERAL, FOLDED -> writer.literal(text);
        }
        out.setIndent(before);
    }

    private static Node.Style style(Node node) {
        if (node.style() != Node.Style.PLAIN) {
            return node.style();
        }
        if (node.value().indexOf('\n') >= 0) {
            return Node.Style.LITERAL;
        }
        boolean misread = node.tag().equals(Tags.STRING)
                && !Scalars.read(node.value(), Scalars.Rules.YAML_1_2).tag().equals(Tags.STRING);
        return misread ? Node.Style.DOUBLE_QUOTED : Node.Style.PLAIN;
    }
}
