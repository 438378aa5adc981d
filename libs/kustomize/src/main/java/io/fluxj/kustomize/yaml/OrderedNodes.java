package io.fluxj.kustomize.yaml;

/** Builds a mapping entry by entry, leaving out what is empty. */
public final class OrderedNodes {

    private final Node node = Node.mapping();

    /** Adds text unless it is empty. */
    public OrderedNodes put(String key, String text) {
        if (!text.isEmpty()) {
            add(key, PlainNodes.ofJsonDoubles(text));
        }
        return this;
    }

    /** Adds a mapping unless it is empty. */
    public OrderedNodes put(String key, OrderedNodes mapping) {
        if (!mapping.node.content().isEmpty()) {
            add(key, mapping.node);
        }
        return this;
    }

    private void add(String key, Node value) {
        node.content().add(Node.scalar(key));
        node.content().add(value);
    }

    public Node node() {
        return node;
    }
}
