package io.fluxj.cli.frame;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * What one call of the program has at hand; every command is made with it.
 *
 * @param flags what every command may be told; filled before a command runs
 * @param terminal where it reads from and writes to
 * @param environment the variables of the environment
 * @param cluster the way to the cluster
 * @param clock the time, for ages and tokens
 */
public record Session(
        GlobalFlags flags, Terminal terminal, Map<String, String> environment, Cluster cluster, Clock clock) {

    /** A session of the process's clock, with flags that are yet to be parsed. */
    public static Session of(Terminal terminal, Map<String, String> environment) {
        GlobalFlags flags = new GlobalFlags();
        return new Session(flags, terminal, environment, new Cluster(flags, environment), Clock.systemUTC());
    }

    /** The cluster's client, opened when first asked for. */
    public KubernetesClient client() {
        return cluster.client();
    }

    /** How long the command may wait. */
    public Duration timeout() {
        return flags.timeout();
    }

    /** The namespace that the command looks at: {@code --namespace}, the context's where that is to be followed, {@code FLUX_SYSTEM_NAMESPACE}, {@code flux-system}. */
    public String namespace() {
        String given = flags.namespace();
        if (given != null) {
            return given;
        }
        if (flags.namespaceFollowsContext()
                || Boolean.parseBoolean(environment.getOrDefault("FLUX_NS_FOLLOWS_KUBE_CONTEXT", "false"))) {
            return client().getNamespace();
        }
        return installation();
    }

    /** The namespace that Flux itself runs in, if no flag says otherwise. */
    public String installation() {
        String named = environment.getOrDefault("FLUX_SYSTEM_NAMESPACE", "");
        return named.isEmpty() ? "flux-system" : named;
    }
}
