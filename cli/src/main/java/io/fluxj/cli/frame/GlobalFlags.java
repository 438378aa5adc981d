package io.fluxj.cli.frame;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flags that every command takes, before or after its name. None has a default of picocli's, so that it is known what was given. */
public final class GlobalFlags {

    @Mixin
    private final ClusterFlags cluster = new ClusterFlags();

    @Option(
            names = {"-n", "--namespace"},
            scope = ScopeType.INHERIT,
            paramLabel = "NAMESPACE",
            description = "The namespace looked at; else that of FLUX_SYSTEM_NAMESPACE, else flux-system.")
    private @Nullable String namespace;

    @Option(
            names = "--ns-follows-kube-context",
            scope = ScopeType.INHERIT,
            description =
                    "Without --namespace, take the kubeconfig context's; also by FLUX_NS_FOLLOWS_KUBE_CONTEXT=true.")
    private boolean namespaceFollowsContext;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "DURATION",
            description = "How long to wait at most, for example 30s or 1m30s. Default: 5m.")
    private @Nullable Duration timeout;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say more; print where a failure comes from.")
    private boolean verbose;

    @Option(
            names = "--cache-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            description = "Accepted as flux does; nothing is kept between commands.")
    @SuppressWarnings("UnusedVariable")
    private @Nullable Path cacheFolder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    /** How the cluster is found. */
    ClusterFlags cluster() {
        return cluster;
    }

    /** What {@code --namespace} says, or null. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** Whether the namespace of the kubeconfig's context counts. */
    public boolean namespaceFollowsContext() {
        return namespaceFollowsContext;
    }

    /** How long a command may wait. */
    public Duration timeout() {
        return timeout == null ? Duration.ofMinutes(5) : timeout;
    }

    /** Whether to say more. */
    public boolean verbose() {
        return verbose;
    }
}
