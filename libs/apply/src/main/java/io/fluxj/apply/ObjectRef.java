package io.fluxj.apply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Names one object of a cluster.
 *
 * @param group API group, empty for the core group
 * @param version API version, such as {@code v1}
 * @param kind such as {@code Deployment}
 * @param namespace empty for cluster-scoped objects
 * @param name name of the object
 */
public record ObjectRef(String group, String version, String kind, String namespace, String name) {

    /**
     * Reads the reference out of a manifest; what is missing there is an empty string.
     *
     * @param manifest a Kubernetes object as a JSON tree
     */
    public static ObjectRef of(JsonNode manifest) {
        JsonNode metadata = manifest.path("metadata");
        return of(
                manifest.path("apiVersion").asText(),
                manifest.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /**
     * Names an object by its apiVersion.
     *
     * @param apiVersion {@code <version>} or {@code <group>/<version>}
     */
    public static ObjectRef of(String apiVersion, String kind, String namespace, String name) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new ObjectRef(group, apiVersion.substring(slash + 1), kind, namespace, name);
    }

    /** {@code <version>} or {@code <group>/<version>}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code <Kind>/<namespace>/<name>}, without the middle part for cluster-scoped objects: how messages name an object. */
    public String subject() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }

    /** {@code <Kind>} for the core group, else {@code <Kind>.<group>}. */
    public String groupKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    /** Whether both name the same object, whatever version each of them reads it in. */
    public boolean sameObject(ObjectRef other) {
        return withVersion("").equals(other.withVersion(""));
    }

    /** The same object read in another version. */
    public ObjectRef withVersion(String other) {
        return new ObjectRef(group, other, kind, namespace, name);
    }

    /** The same object without its namespace. */
    public ObjectRef withoutNamespace() {
        return new ObjectRef(group, version, kind, "", name);
    }

    @Override
    public String toString() {
        return subject();
    }
}
