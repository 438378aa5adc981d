package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --watch-*}. Source: flags-endpoints §1. */
public final class WatchOptions {
    @Option(
            names = "--watch-all-namespaces",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Watch all namespaces; when false, only that of RUNTIME_NAMESPACE.")
    private boolean allNamespaces;

    @Option(
            names = "--watch-label-selector",
            defaultValue = "",
            paramLabel = "SELECTOR",
            description = "Handle only objects with these labels, such as sharding.fluxcd.io/key=shard1.")
    private String labelSelector = "";

    @Option(
            names = "--watch-configs-label-selector",
            defaultValue = "reconcile.fluxcd.io/watch=Enabled",
            paramLabel = "SELECTOR",
            description = "Secrets and ConfigMaps whose change triggers the objects that refer to them.")
    private String configsLabelSelector = "";

    /** Whether all namespaces are watched. */
    public boolean allNamespaces() {
        return allNamespaces;
    }

    /** Which of the controller's own kinds it handles; empty for all. */
    public String labelSelector() {
        return labelSelector;
    }

    /** Which Secrets and ConfigMaps trigger those that refer to them. */
    public String configsLabelSelector() {
        return configsLabelSelector;
    }
}
