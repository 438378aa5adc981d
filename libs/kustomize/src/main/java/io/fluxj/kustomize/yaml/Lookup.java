package io.fluxj.kustomize.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path of field names, list indexes ({@code 0}, {@code -} for the last) and element conditions ({@code [name=web]}). Blank parts
 * are skipped.
 */
public final class Lookup {

    private Lookup() {}

    /**
     * What lies at the path, or null if any part is missing.
     *
     * @throws YamlException if a part meets a node of the wrong kind
     */
    public static @Nullable Node find(@Nullable Node root, List<String> path) {
        Node at = root;
        for (String part : path) {
            String name = part.strip();
            if (at == null) {
                return null;
            }
            if (!name.isEmpty()) {
                at = step(at, name);
            }
        }
        return at;
    }

    /** The same for a path of plain parts. */
    public static @Nullable Node find(@Nullable Node root, String... path) {
        return find(root, List.of(path));
    }

    private static @Nullable Node step(Node at, String name) {
        int index = index(name);
        if (index >= 0 || name.equals("-")) {
            return element(at, index);
        }
        if (name.equals("*")) {
            throw new YamlException("the wildcard * is not supported in this path", at.line(), "name the element");
        }
        if (isCondition(name)) {
            String[] condition = condition(name);
            if (at.isNull()) {
                return null;
            }
            return Sequences.find(at, List.of(condition[0]), List.of(condition[1]));
        }
        return Mappings.get(at, name);
    }

    private static @Nullable Node element(Node at, int index) {
        Mappings.require(at, Node.Kind.SEQUENCE);
        List<Node> elements = at.content();
        int wanted = index < 0 ? elements.size() - 1 : index;
        return wanted < 0 || wanted >= elements.size() ? null : elements.get(wanted);
    }

    /**
     * What lies at the path, made as needed: mappings on the way (sequences where an index or condition follows), and at the end a node
     * of the given kind.
     */
    public static Node create(Node root, Node.Kind kind, List<String> path) {
        Node at = root;
        for (int i = 0; i < path.size(); i++) {
            String next = i + 1 < path.size() ? path.get(i + 1) : "";
            Node found = createStep(at, path.get(i), kindBefore(next, kind));
            if (found == null) {
                throw new YamlException(
                        "cannot make '" + path.get(i) + "' in the path",
                        at.line(),
                        "name a field, an element [field=value] or - for a new one");
            }
            at = found;
        }
        return at;
    }

    private static @Nullable Node createStep(Node at, String name, Node.Kind kind) {
        if (isCondition(name)) {
            return createElement(at, condition(name));
        }
        Node found = index(name) >= 0 || name.equals("-") ? step(at, name) : Mappings.get(at, name);
        if (found != null || index(name) >= 0) {
            return found;
        }
        return at.isNull() ? null : Mappings.set(at, name, Node.of(kind));
    }

    private static Node createElement(Node at, String[] condition) {
        Node found = Sequences.find(at, List.of(condition[0]), List.of(condition[1]));
        if (found != null) {
            return found;
        }
        Node element = element(condition);
        at.content().add(element);
        return element;
    }

    /** The element that a condition describes: the bare value, or a mapping with that one entry. */
    static Node element(String[] condition) {
        Node value = Node.scalar(condition[1]);
        if (condition[0].isEmpty()) {
            return value;
        }
        Node element = Node.mapping();
        element.content().add(Node.scalar(condition[0]));
        element.content().add(value);
        return element;
    }

    static Node.Kind kindBefore(String next, Node.Kind last) {
        if (isCondition(next) || index(next) >= 0) {
            return Node.Kind.SEQUENCE;
        }
        return next.isEmpty() ? last : Node.Kind.MAPPING;
    }

    /** The number that a part is, or -1. */
    static int index(String part) {
        if (part.isEmpty() || part.length() > 9) {
            return -1;
        }
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(part);
    }

    static boolean isCondition(String part) {
        return part.startsWith("[") && part.endsWith("]");
    }

    /** Field name and value of {@code [name=value]}. */
    static String[] condition(String part) {
        String inner = part.substring(1, part.length() - 1);
        int equals = inner.indexOf('=');
        if (equals < 0) {
            throw new YamlException(
                    "list path element '" + part + "' must have the form [field=value]", 0, "write both");
        }
        return new String[] {inner.substring(0, equals), inner.substring(equals + 1)};
    }
}
