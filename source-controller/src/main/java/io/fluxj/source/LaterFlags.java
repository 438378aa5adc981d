package io.fluxj.source;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/**
 * Flags for cloud identities that come later. A Deployment that sets them starts; they have no effect, which the controller says when it starts.
 * Source: flags-endpoints §1, §2.
 */
final class LaterFlags {
    private static final String DEFAULT_ACCOUNT = "--default-service-account";

    private final Set<String> given = new TreeSet<>();
    private String defaultServiceAccount = "";

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
