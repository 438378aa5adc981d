package io.fluxj.kube.api;

/**
 * Names one object of a resource. Ordered as the server lists them: by namespace, then by name.
 *
 * @param namespace empty for cluster-scoped objects
 * @param name the object's name
 */
public record Key(String namespace, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
        return path().compareTo(other.path());
    }

    /** Namespace and name as one sortable text. */
    public String path() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** How log lines and messages name it. */
    @Override
    public String toString() {
        return path();
    }
}
