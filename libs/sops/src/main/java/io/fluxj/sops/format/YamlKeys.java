package io.fluxj.sops.format;

import io.fluxj.sops.tree.Value;
import io.fluxj.sops.yaml.Node;
import io.fluxj.sops.yaml.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses what go-yaml refuses to decode as a map: another root, and the same key twice. Done for the first document only, as by sops. */
final class YamlKeys {
    private static final int MOST_PROBLEMS = 20;

    private final List<String> problems = new ArrayList<>();

    private YamlKeys() {}

    static void check(Node document) {
        YamlKeys keys = new YamlKeys();
        document.children().forEach(keys::root);
        if (!keys.problems.isEmpty()) {
            throw new FormatException("yaml: unmarshal errors:\n  " + String.join("\n  ", keys.problems));
        }
    }

    private void root(Node root) {
        switch (root.kind()) {
            case MAPPING, ALIAS, DOCUMENT -> node(root);
            case SEQUENCE -> refuse(root, "!!seq");
            case SCALAR -> {
                if (!(Scalars.value(root) instanceof Value.Nothing)) {
                    refuse(root, "a scalar");
                }
            }
        }
    }

    private void refuse(Node root, String what) {
        problems.add("line " + root.line() + ": cannot unmarshal " + what + " into map[string]interface {}");
    }

    private void node(Node node) {
        if (node.kind() == Node.Kind.MAPPING) {
            keys(node.children());
        }
        node.children().forEach(this::node);
    }

    private void keys(List<Node> children) {
        Map<String, Node> seen = new HashMap<>();
        for (int i = 0; i < children.size(); i += 2) {
            Node key = children.get(i);
            Node first = key.kind() == Node.Kind.SCALAR ? seen.putIfAbsent(key.value(), key) : null;
            if (first != null && problems.size() < MOST_PROBLEMS) {
                problems.add("line " + key.line() + ": mapping key \"" + key.value() + "\" already defined at line "
                        + first.line());
            }
        }
    }
}
