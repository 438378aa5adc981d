package io.fluxj.kustomize.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading and changing the entries of mappings. */
public final class Mappings {

    private Mappings() {}

    /** The value under a key; null if there is no such key, or no mapping at all. */
    public static @Nullable Node find(@Nullable Node node, String key) {
        if (node == null || !node.isMapping()) {
            return null;
        }
        int at = indexOf(node, key);
        return at < 0 ? null : node.content().get(at + 1);
    }

    /**
     * The value under a key; null if there is no such key or the node is null.
     *
     * @throws YamlException if the node is something else than a mapping
     */
    public static @Nullable Node get(@Nullable Node node, String key) {
        if (node == null || node.isNull()) {
            return null;
        }
        require(node, Node.Kind.MAPPING);
        return find(node, key);
    }

    /** Position of a key in {@link Node#content()}, or -1. */
    static int indexOf(Node mapping, String key) {
        List<Node> content = mapping.content();
        for (int i = 0; i < content.size(); i += 2) {
            if (content.get(i).value().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Text of the scalar under a key, {@code ""} if there is none. */
    public static String text(@Nullable Node node, String key) {
        Node value = find(node, key);
        return value == null || value.isNull() ? "" : value.value();
    }

    /** The keys in order. */
    public static List<String> keys(Node mapping) {
        List<String> keys = new ArrayList<>(mapping.content().size() / 2);
        for (int i = 0; i < mapping.content().size(); i += 2) {
            keys.add(mapping.content().get(i).value());
        }
        return keys;
    }

    /** Removes the first entry with that key and returns its value, or null. */
    public static @Nullable Node remove(Node mapping, String key) {
        require(mapping, Node.Kind.MAPPING);
        int at = indexOf(mapping, key);
        if (at < 0) {
            return null;
        }
        mapping.content().remove(at);
        return mapping.content().remove(at);
    }

    /**
     * Sets an entry. An existing value keeps its place and its style; setting null removes the entry.
     *
     * @return the node that now stands in the mapping, or null if the entry was removed
     */
    public static @Nullable Node set(Node mapping, String key, @Nullable Node value) {
        return set(mapping, key, value, Node.Style.PLAIN, false);
    }

    /** As {@link #set(Node, String, Node)}, where a null may be kept as a value and a new key is written in the given style. */
    static @Nullable Node set(Node mapping, String key, @Nullable Node value, Node.Style keyStyle, boolean keepNull) {
        if (value == null || (value.isNull() && !keepNull)) {
            return mapping.isNull() ? null : removed(mapping, key);
        }
        quoteIfMisread(value);
        Node old = get(mapping, key);
        if (old != null) {
            value.takeStyleOf(old);
            old.assign(value);
            return old;
        }
        Node name = Node.scalar(key);
        name.setStyle(keyStyle);
        mapping.content().add(name);
        mapping.content().add(value);
        return value;
    }

    private static @Nullable Node removed(Node mapping, String key) {
        remove(mapping, key);
        return null;
    }

    /**
     * Gives a scalar another value, keeping its style. Nothing happens if the new value is null.
     *
     * @throws YamlException if the node is no scalar
     */
    public static void setScalar(Node node, Node value) {
        quoteIfMisread(value);
        require(node, Node.Kind.SCALAR);
        if (!value.isNull()) {
            value.takeStyleOf(node);
            node.assign(value);
        }
    }

    private static void quoteIfMisread(Node value) {
        if (value.isText()
                && value.style() == Node.Style.PLAIN
                && !value.tagWritten()
                && Scalars.readsAsNonString(value.value())) {
            value.setStyle(Node.Style.DOUBLE_QUOTED);
        }
    }

    /**
     * Checks what a node is; null passes.
     *
     * @throws YamlException if it is something else
     */
    public static void require(Node node, Node.Kind kind) {
        if (!node.isNull() && node.kind() != kind) {
            throw new YamlException(
                    "expected " + name(kind) + " but found " + name(node.kind()),
                    node.line(),
                    "give what changes it the shape that it has, or the other way round");
        }
    }

    private static String name(Node.Kind kind) {
        return switch (kind) {
            case SCALAR -> "a scalar";
            case MAPPING -> "a map";
            case SEQUENCE -> "a list";
            case ALIAS -> "an alias";
        };
    }
}
