package io.fluxj.runtime.artifact;

/**
 * Hosts that take the place of those in the URLs of artifacts, for controllers that are started outside the cluster. Source: flags-endpoints §3.
 *
 * @param sourceController {@code SOURCE_CONTROLLER_LOCALHOST}; empty for none
 * @param sourceWatcher {@code SOURCE_WATCHER_LOCALHOST}; empty for none
 */
public record LocalHosts(String sourceController, String sourceWatcher) {
    /** None. */
    public static final LocalHosts NONE = new LocalHosts("", "");

    /** The host to ask for an artifact; empty for that of its URL. */
    String of(String url) {
        return !sourceWatcher.isEmpty() && url.contains("//source-watcher") ? sourceWatcher : sourceController;
    }
}
