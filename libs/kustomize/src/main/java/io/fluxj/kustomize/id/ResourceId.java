package io.fluxj.kustomize.id;

/**
 * Names one object at one moment of a build.
 *
 * @param clusterScoped whether the kind is known to have no namespace
 * @param namespace as written, {@code ""} if there is none
 */
public record ResourceId(Gvk gvk, boolean clusterScoped, String name, String namespace) {

    /** Stands in for the namespace of what has none. */
    public static final String NO_NAMESPACE = "_non_namespaceable_";

    private static final String DEFAULT = "default";

    /** What two ids have in common that name the same object: no namespace is the default one. */
    public record Key(Gvk gvk, String name, String namespace) {}

    public String effectiveNamespace() {
        if (clusterScoped) {
            return NO_NAMESPACE;
        }
        return namespace.isEmpty() ? DEFAULT : namespace;
    }

    public Key key() {
        return new Key(gvk, name, effectiveNamespace());
    }

    public boolean sameAs(ResourceId other) {
        return sameNamespaceAs(other) && sameGvkAndNameAs(other);
    }

    public boolean sameGvkAndNameAs(ResourceId other) {
        return name.equals(other.name) && gvk.equals(other.gvk);
    }

    public boolean sameNamespaceAs(ResourceId other) {
        return effectiveNamespace().equals(other.effectiveNamespace());
    }

    /** Whether every part that the selector names is this one's; parts are compared whole, without patterns. */
    public boolean isSelectedBy(ResourceId selector) {
        return (selector.name.isEmpty() || selector.name.equals(name))
                && (selector.namespace.isEmpty() || selector.sameNamespaceAs(this))
                && gvk.isSelectedBy(selector.gvk);
    }

    /** For people: {@code apps/v1 Deployment default/web}. */
    public String describe() {
        String place = namespace.isEmpty() ? name : namespace + "/" + name;
        String kind = (gvk.apiVersion() + " " + gvk.kind()).strip();
        return place.isEmpty() ? kind : kind + " " + place;
    }

    /** {@code Kind.version.group/name.namespace}. */
    @Override
    public String toString() {
        return gvk + "/" + (name.isEmpty() ? "[noName]" : name) + "." + (namespace.isEmpty() ? "[noNs]" : namespace);
    }
}
