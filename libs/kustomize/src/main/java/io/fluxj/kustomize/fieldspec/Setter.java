package io.fluxj.kustomize.fieldspec;

import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;

/** Does something to a node that was walked to. */
@FunctionalInterface
public interface Setter {

    void set(Node node);

    /** Sets a scalar, or an entry of a mapping if a name is given; all places share the one new node. */
    static Setter entry(String name, String value, String tag) {
        Node shared = Node.scalar(value, tag);
        return node -> {
            if (name.isEmpty()) {
                Mappings.setScalar(node, shared);
            } else {
                Mappings.set(node, name, shared);
            }
        };
    }

    /** Sets a scalar, leaving its type to how its text reads. */
    static void text(Node node, String value) {
        Mappings.setScalar(node, Node.scalar(value));
    }
}
