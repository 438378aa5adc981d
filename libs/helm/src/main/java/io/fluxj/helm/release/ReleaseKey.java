package io.fluxj.helm.release;

/**
 * Which revision of which release.
 *
 * @param revision from 1
 */
public record ReleaseKey(String name, String namespace, int revision) {

    /** Name of the Secret or ConfigMap that holds it. */
    public String recordName() {
        return "sh.helm.release.v1." + name + ".v" + revision;
    }

    public ReleaseKey withRevision(int other) {
        return new ReleaseKey(name, namespace, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name + " revision " + revision;
    }
}
