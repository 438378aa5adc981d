package io.fluxj.sops.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of a document, with the comments that stand at it. Keys and values alternate in the children of a mapping. */
public final class Node {
    /** What a node is. */
    public enum Kind {
        DOCUMENT,
        MAPPING,
        SEQUENCE,
        SCALAR,
        ALIAS
    }

    private final Kind kind;
    private final String tag;
    private final String value;
    private final Style style;
    private final List<Node> children = new ArrayList<>();
    private @Nullable Node target;
    private int line;
    private String head = "";
    private String beside = "";
    private String foot = "";

    private Node(Kind kind, String tag, String value, Style style) {
        this.kind = kind;
        this.tag = tag;
        this.value = value;
        this.style = style;
    }

    static Node of(Kind kind, String tag) {
        return new Node(kind, tag, "", Style.PLAIN);
    }

    /** A mapping without entries. */
    public static Node mapping() {
        return of(Kind.MAPPING, "");
    }

    /** A sequence without items. */
    public static Node sequence() {
        return of(Kind.SEQUENCE, "");
    }

    static Node scalar(String tag, String value, Style style) {
        return new Node(Kind.SCALAR, tag, value, style);
    }

    static Node alias(Node target) {
        Node node = new Node(Kind.ALIAS, "", "", Style.PLAIN);
        node.target = target;
        return node;
    }

    public Kind kind() {
        return kind;
    }

    /** Short tag as written, or {@code ""}. */
    String tag() {
        return tag;
    }

    /** Text of a scalar. */
    public String value() {
        return value;
    }

    Style style() {
        return style;
    }

    /** The children; adding to them changes the node. */
    public List<Node> children() {
        return children;
    }

    /** The node that an alias stands for. */
    public Node target() {
        if (target == null) {
            throw new IllegalStateException("not an alias");
        }
        return target;
    }

    /** Line in the text, from 1. */
    public int line() {
        return line;
    }

    void line(Mark mark) {
        line = mark.line() + 1;
    }

    void comments(String above, String besideIt, String below) {
        head = above;
        beside = besideIt;
        foot = below;
    }

    /** Comment lines above it, each with its {@code #}. */
    public String head() {
        return head;
    }

    /** Comment beside it. */
    public String beside() {
        return beside;
    }

    /** Comment lines below it. */
    public String foot() {
        return foot;
    }

    /** Sets the lines above it. */
    public void head(String lines) {
        head = lines;
    }

    /** Sets the comment beside it. */
    public void beside(String line) {
        beside = line;
    }

    /** Sets the lines below it. */
    public void foot(String lines) {
        foot = lines;
    }
}
