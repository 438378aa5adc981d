package io.fluxj.source;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/**
 * Flags for kinds and cloud identities that come later. A Deployment that sets them starts; they have no effect, which the controller says when it starts.
 * Source: flags-endpoints §1, §2.
 */
final class LaterFlags {
    private static final String DEFAULT_ACCOUNT = "--default-service-account";

    private final Set<String> given = new TreeSet<>();
    private String defaultServiceAccount = "";

    @Option(names = "--helm-chart-max-size", paramLabel = "BYTES", description = "No effect yet.")
    void chartMaxSize(long bytes) {
        given.add("--helm-chart-max-size");
    }

    @Option(names = "--helm-chart-file-max-size", paramLabel = "BYTES", description = "No effect yet.")
    void chartFileMaxSize(long bytes) {
        given.add("--helm-chart-file-max-size");
    }

    @Option(names = "--helm-cache-max-size", paramLabel = "N", description = "No effect yet.")
    void cacheMaxSize(int indexes) {
        given.add("--helm-cache-max-size");
    }

    @Option(names = "--helm-cache-ttl", paramLabel = "DURATION", description = "No effect yet.")
    void cacheTtl(String duration) {
        given.add("--helm-cache-ttl");
    }

    @Option(names = "--helm-cache-purge-interval", paramLabel = "DURATION", description = "No effect yet.")
    void cachePurgeInterval(String duration) {
        given.add("--helm-cache-purge-interval");
    }

    @Option(
            names = DEFAULT_ACCOUNT,
            paramLabel = "NAME",
            description = "No effect yet. Needs the feature gate ObjectLevelWorkloadIdentity.")
    void defaultServiceAccount(String name) {
        defaultServiceAccount = name;
        if (!name.isEmpty()) {
            given.add(DEFAULT_ACCOUNT);
        }
    }

    /** The flags that were given, in alphabetical order. */
    Set<String> given() {
        return Collections.unmodifiableSet(given);
    }

    /** Cloud identities that act for objects that name none, by flag; they need workload identity of objects. */
    Map<String, String> cloudIdentities() {
        return Map.of(DEFAULT_ACCOUNT, defaultServiceAccount);
    }
}
