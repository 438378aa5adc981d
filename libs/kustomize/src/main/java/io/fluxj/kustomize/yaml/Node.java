package io.fluxj.kustomize.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of a YAML tree. Mutable and owned by one build. A mapping keeps keys and values alternating in {@link #content()}, in source
 * order; keys are compared by their text. A node may hang in a tree at more than one place, and then a change shows at all of them.
 */
public final class Node {

    /** What a node is. */
    public enum Kind {
        SCALAR,
        MAPPING,
        SEQUENCE,
        /** Stands for the node that an anchor named; gone once a document was read whole. */
        ALIAS
    }

    /** How a scalar was written. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    private Kind kind;
    private String tag = "";
    private boolean tagWritten;
    private boolean flow;
    private Style style = Style.PLAIN;
    private String value = "";
    private @Nullable List<Node> content;
    private @Nullable Node target;
    private int line;
    private boolean placed;
    private boolean asText;
    private boolean commented;

    private Node(Kind kind) {
        this.kind = kind;
    }

    /** A scalar without tag: its type is what its text reads as, unless it is quoted. */
    public static Node scalar(String text) {
        Node node = new Node(Kind.SCALAR);
        node.value = text;
        return node;
    }

    /** A scalar of the given short tag, for example {@link Tags#INT}. */
    public static Node scalar(String text, String tag) {
        Node node = scalar(text);
        node.tag = tag;
        return node;
    }

    /** A string, whatever it reads as; in literal style if it has several lines. */
    public static Node string(String text) {
        Node node = scalar(text, Tags.STRING);
        node.style = text.indexOf('\n') >= 0 ? Style.LITERAL : Style.PLAIN;
        return node;
    }

    public static Node mapping() {
        return new Node(Kind.MAPPING);
    }

    public static Node sequence() {
        return new Node(Kind.SEQUENCE);
    }

    /** An empty node of that kind, without tag. */
    public static Node of(Kind kind) {
        return new Node(kind);
    }

    static Node alias(Node target) {
        Node node = new Node(Kind.ALIAS);
        node.target = target;
        return node;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    public boolean isMapping() {
        return kind == Kind.MAPPING;
    }

    public boolean isSequence() {
        return kind == Kind.SEQUENCE;
    }

    /** Short tag such as {@code !!int}, or {@code ""} if only the text decides. */
    public String tag() {
        return tag;
    }

    /** Whether the source spelled the tag out. */
    public boolean tagWritten() {
        return tagWritten;
    }

    /** Whether the source says with the tag {@code !} that it is text; only kustomization files and JSON patches heed that. */
    boolean isAsText() {
        return asText;
    }

    /** Whether it is a key that was followed by nothing but a comment on its line. */
    boolean isCommented() {
        return commented;
    }

    public Style style() {
        return style;
    }

    /** Whether a mapping or sequence was written in braces or brackets. */
    boolean isFlow() {
        return flow;
    }

    /** Text of a scalar, {@code ""} for the others. */
    public String value() {
        return value;
    }

    /** Children; keys and values alternating in a mapping. Changing the list changes the node. */
    public List<Node> content() {
        List<Node> known = content;
        if (known == null) {
            known = new ArrayList<>(0); // only now: most nodes are scalars, and never have any
            content = known;
        }
        return known;
    }

    private List<Node> children() {
        List<Node> known = content;
        return known == null ? List.of() : known;
    }

    /** Line in the source, counted from 1; 0 if the node was not read. */
    public int line() {
        return line;
    }

    Node target() {
        if (target == null) {
            throw new IllegalStateException("not an alias");
        }
        return target;
    }

    /** Whether it is tagged as null, by its text or by its tag. */
    public boolean isNull() {
        return Tags.NULL.equals(tag);
    }

    /** Whether it is null or a mapping or sequence without children. */
    public boolean isNullOrEmpty() {
        return isNull() || (kind != Kind.SCALAR && children().isEmpty());
    }

    /** Whether it is a scalar that counts as text: tagged as string, or without tag. */
    public boolean isText() {
        return kind == Kind.SCALAR && (tag.isEmpty() || Tags.STRING.equals(tag));
    }

    /** Whether it is nothing at all or null. */
    public static boolean absent(@Nullable Node node) {
        return node == null || node.isNull();
    }

    public void setValue(String text) {
        value = text;
    }

    public void setTag(String shortTag) {
        tag = shortTag;
    }

    public void setStyle(Style newStyle) {
        style = newStyle;
    }

    void setTagWritten(boolean written) {
        tagWritten = written;
    }

    void setAsText(boolean text) {
        asText = text;
    }

    void setCommented(boolean comment) {
        commented = comment;
    }

    void setFlow(boolean braces) {
        flow = braces;
    }

    void setLine(int number) {
        line = number;
        placed = true;
    }

    /** Says that it was read from text of which no line is worth telling. */
    void setPlaced() {
        placed = true;
    }

    void setContent(List<Node> children) {
        content = children;
    }

    /** Takes the style of another node, as if written in its place. */
    public void takeStyleOf(Node other) {
        style = other.style;
        tagWritten = other.tagWritten;
        flow = other.flow;
    }

    /** Turns a null into an empty node of that kind. */
    public void become(Kind newKind, String newTag) {
        kind = newKind;
        tag = newTag;
    }

    /** Becomes what the other node is; children are shared with it. */
    public void assign(Node other) {
        kind = other.kind;
        tag = other.tag;
        tagWritten = other.tagWritten;
        flow = other.flow;
        style = other.style;
        value = other.value;
        placed = other.placed;
        content = other.isScalar() ? other.content : other.content();
        target = other.target;
    }

    /** Whether both trees are written the same, and none was put where the other was read: kustomize compares even places in the source. */
    public boolean sameAs(Node other) {
        boolean same = kind == other.kind
                && style == other.style
                && flow == other.flow
                && placed == other.placed
                && tag.equals(other.tag)
                && value.equals(other.value)
                && children().size() == other.children().size();
        for (int i = 0; same && i < children().size(); i++) {
            same = children().get(i).sameAs(other.children().get(i));
        }
        return same;
    }

    /** A copy that shares nothing with this node. */
    public Node copy() {
        Node copy = new Node(kind);
        copy.assign(this);
        copy.line = line;
        copy.commented = commented;
        copy.content = content == null ? null : new ArrayList<>(children().size());
        children().forEach(child -> copy.content().add(child.copy()));
        return copy;
    }
}
