package io.fluxj.sops.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes documents as go-yaml's encoder does: blocks, never wrapped. Comments wait in one place for each kind, and a later one takes the
 * place of one that still waits.
 */
public final class Writer {
    private static final int STEP = 4;
    private static final int LONGEST_KEY = 1024;

    private final Output output = new Output();
    private final ScalarWriter scalars = new ScalarWriter(output);
    private final Deque<Integer> indents = new ArrayDeque<>();
    private int indent = -1;
    private String head = "";
    private String beside = "";
    private String foot = "";
    private String tail = "";
    private String besideKey = "";

    private Writer() {}

    /**
     * The text of documents.
     *
     * @param roots maps; of theirs and their children's nodes those that were read may not be among them
     */
    public static byte[] write(List<Node> roots) {
        Writer writer = new Writer();
        for (int i = 0; i < roots.size(); i++) {
            writer.document(roots.get(i), i > 0);
        }
        return writer.output.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(Node root, boolean parted) {
        if (parted) {
            output.indent(indent);
            output.indicator("---", false, false);
            output.indent(indent);
        }
        take(root);
        above();
        node(root, false);
        output.footEnded(0);
        below();
        output.forgetFoot();
        output.indent(indent);
    }

    /** The comments of a node wait; those of a map or list beside and below come at its end. */
    private void take(Node node) {
        head = node.head().isEmpty() ? head : node.head();
        if (node.kind() == Node.Kind.SCALAR) {
            takeEnd(node);
        }
    }

    private void takeEnd(Node node) {
        beside = node.beside().isEmpty() ? beside : node.beside();
        foot = node.foot().isEmpty() ? foot : node.foot();
    }

    private void above() {
        if (!tail.isEmpty()) {
            output.indent(indent);
            scalars.comment(tail, indent);
            tail = "";
            output.footEnded(indent);
        }
        if (!head.isEmpty()) {
            output.indent(indent);
            scalars.comment(head, indent);
            head = "";
        }
    }

    private void besideIt() {
        if (!beside.isEmpty()) {
            output.part();
            scalars.comment(beside, indent);
            beside = "";
        }
    }

    private void below() {
        if (!foot.isEmpty()) {
            output.indent(indent);
            scalars.comment(foot, indent);
            foot = "";
            output.footEnded(indent);
        }
    }

    /** Writes a value or item whose comments were taken. */
    private void node(Node node, boolean item) {
        if (node.kind() == Node.Kind.SCALAR) {
            scalar(node, item, false);
        }
        besideIt();
        below();
        if (node.kind() == Node.Kind.SCALAR) {
            return;
        }
        if (node.children().isEmpty()) {
            empty(node, item);
        } else if (node.kind() == Node.Kind.MAPPING) {
            mapping(node, item);
        } else {
            sequence(node, item);
        }
    }

    private void enter(boolean item, boolean flow) {
        indents.push(indent);
        if (indent < 0) {
            indent = flow ? STEP : 0;
        } else if (item) {
            indent += 2;
        } else {
            indent = STEP * ((indent + STEP) / STEP);
        }
    }

    private void leave() {
        indent = indents.pop();
    }

    private void empty(Node node, boolean item) {
        boolean mapping = node.kind() == Node.Kind.MAPPING;
        output.indicator(mapping ? "{" : "[", true, false);
        enter(item, true);
        takeEnd(node);
        if (mapping) {
            above();
        }
        leave();
        if (!mapping && output.column() == 0) {
            output.indent(indent);
        }
        output.attached(mapping ? "}" : "]", false, false);
        besideIt();
        below();
    }

    private void sequence(Node node, boolean item) {
        enter(item, false);
        for (Node each : node.children()) {
            take(each);
            above();
            output.indent(indent);
            output.indicator("-", false, true);
            node(each, true);
        }
        takeEnd(node);
        leave();
    }

    /** The foot of a key waits for the end of its value, that is for the next key. */
    private void mapping(Node node, boolean item) {
        enter(item, false);
        String footOfFormer = "";
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i += 2) {
            Node key = children.get(i);
            tail = footOfFormer.isEmpty() ? tail : footOfFormer;
            footOfFormer = key.foot();
            head = key.head().isEmpty() ? head : key.head();
            beside = key.beside().isEmpty() ? beside : key.beside();
            above();
            key(key);
            value(children.get(i + 1));
        }
        tail = footOfFormer.isEmpty() ? tail : footOfFormer;
        takeEnd(node);
        above();
        leave();
    }

    private void key(Node key) {
        output.indent(indent);
        if (!beside.isEmpty()) {
            besideKey = beside;
            beside = "";
        }
        if (isSimple(key)) {
            scalar(key, false, true);
            output.attached(":", false, false);
        } else {
            output.indicator("?", false, true);
            scalar(key, false, false);
            output.indent(indent);
            output.indicator(":", false, true);
        }
    }

    private static boolean isSimple(Node key) {
        int[] text = key.value().codePoints().toArray();
        return !Analysis.of(text).multiline() && text.length + key.tag().length() <= LONGEST_KEY;
    }

    private void value(Node value) {
        take(value);
        if (!besideKey.isEmpty()) {
            besideFormerKey(value);
        }
        node(value, false);
    }

    private void besideFormerKey(Node value) {
        if (value.kind() != Node.Kind.SCALAR) {
            String waiting = beside;
            beside = besideKey;
            besideIt();
            beside = "";
            besideKey = waiting;
        } else if (beside.isEmpty()) {
            beside = besideKey;
            besideKey = "";
        }
    }

    private void scalar(Node node, boolean item, boolean simpleKey) {
        int[] text = node.value().codePoints().toArray();
        if (!node.tag().isEmpty()) {
            output.indicator(node.tag(), false, false);
        }
        enter(item, true);
        switch (ScalarWriter.style(node, Analysis.of(text), simpleKey)) {
            case PLAIN -> scalars.plain(text, indent);
            case SINGLE_QUOTED -> scalars.singleQuoted(text, indent);
            case DOUBLE_QUOTED -> scalars.doubleQuoted(text);
            case LITERAL, FOLDED -> literal(text);
        }
        leave();
    }

    private void literal(int[] text) {
        scalars.literalHeader(text, STEP);
        if (beside.isEmpty()) {
            output.lineBreak();
        } else {
            besideIt();
        }
        scalars.literalLines(text, indent);
    }
}
