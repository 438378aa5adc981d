package io.fluxj.kube.api;

/**
 * A kind without its version.
 *
 * @param group empty for the core group
 * @param kind such as {@code Deployment}
 */
public record GroupKind(String group, String kind) {
    /** {@code Deployment.apps}; the kind alone in the core group. */
    public String qualified() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
