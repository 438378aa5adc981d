package io.fluxj.kube.api;

/**
 * A resource without its version.
 *
 * @param group empty for the core group
 * @param plural such as {@code deployments}
 */
public record ResourceName(String group, String plural) {
    /** {@code deployments.apps}; the plural alone in the core group. */
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
