package io.fluxj.helm.action;

import io.fluxj.gotemplate.format.Quoting;

/**
 * Names an object of the cluster.
 *
 * @param apiVersion {@code <version>} or {@code <group>/<version>}
 * @param namespace empty for objects that live in none
 */
public record ObjectId(String apiVersion, String kind, String namespace, String name) {

    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** As Helm names an object where it speaks of ownership. */
    String inWords() {
        return kind + " " + Quoting.quoted(name) + " in namespace " + Quoting.quoted(namespace);
    }

    /** As Helm names an object that it applies, such as {@code team/app apps/v1, Kind=Deployment}. */
    String applied() {
        String version = group().isEmpty() ? "/" + apiVersion : apiVersion;
        return namespace + "/" + name + " " + version + ", Kind=" + kind;
    }

    /** Whether both name the same object, whatever version each reads it in. */
    boolean isSameAs(ObjectId other) {
        return group().equals(other.group())
                && kind.equals(other.kind)
                && namespace.equals(other.namespace)
                && name.equals(other.name);
    }

    ObjectId inNamespace(String other) {
        return new ObjectId(apiVersion, kind, other, name);
    }
}
