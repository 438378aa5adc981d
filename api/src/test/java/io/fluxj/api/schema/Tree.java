package io.fluxj.api.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parsed YAML. */
final class Tree {
    private Tree() {}

    @SuppressWarnings("unchecked") // the keys of our YAML files are strings
    static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object node) {
        return node == null ? List.of() : (List<Object>) node;
    }

    static String text(@Nullable Object node) {
        return node == null ? "" : node.toString();
    }

    static List<String> texts(@Nullable Object node) {
        return list(node).stream().map(Tree::text).toList();
    }
}
