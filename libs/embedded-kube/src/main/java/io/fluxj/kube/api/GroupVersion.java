package io.fluxj.kube.api;

/**
 * A group at a version.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 */
public record GroupVersion(String group, String version) {
    /** Reads {@code v1} or {@code apps/v1}. */
    public static GroupVersion parse(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersion("", apiVersion)
                : new GroupVersion(apiVersion.substring(0, slash), apiVersion.substring(slash + 1));
    }

    /** What stands in an object's {@code apiVersion}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
