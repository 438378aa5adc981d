package io.fluxj.deploy;

/**
 * Flags of all controllers.
 *
 * @param watchAllNamespaces false for only that of the installation
 * @param logLevel {@code trace}, {@code debug}, {@code info} or {@code error}
 * @param clusterDomain the domain of the cluster's Services
 */
public record CommonFlags(boolean watchAllNamespaces, String logLevel, String clusterDomain) {
    /** What the manifests say as they are. */
    public static CommonFlags usual() {
        return new CommonFlags(true, "info", "cluster.local");
    }
}
