package io.fluxj.runtime.target;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.client.KubernetesClients;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cluster and the user of a kubeconfig's current context.
 *
 * @param user empty for one without credentials
 */
record Kubeconfig(Cluster cluster, AuthInfo user) {

    /** Reads one; what of it is allowed is not looked at yet. What the reader of YAML says is left out: it quotes. */
    static Kubeconfig parse(String text) throws TargetFailure {
        try {
            Config config = KubernetesClients.serialization().unmarshal(text, Config.class);
            if (config == null) {
                throw new TargetFailure("it is empty");
            }
            return of(config);
        } catch (KubernetesClientException | IllegalArgumentException | ClassCastException e) {
            throw new TargetFailure("it is no YAML of kind Config");
        }
    }

    private static Kubeconfig of(Config config) throws TargetFailure {
        String current = given(config.getCurrentContext());
        if (current.isEmpty()) {
            throw new TargetFailure("it has no current-context");
        }
        Context context = find(config.getContexts(), NamedContext::getName, current)
                .map(NamedContext::getContext)
                .orElseThrow(() -> missing("context", current));
        Cluster cluster = find(config.getClusters(), NamedCluster::getName, given(context.getCluster()))
                .map(NamedCluster::getCluster)
                .orElseThrow(() -> missing("cluster", given(context.getCluster())));
        if (given(cluster.getServer()).isEmpty()) {
            throw new TargetFailure("its cluster '%s' has no server".formatted(context.getCluster()));
        }
        return new Kubeconfig(cluster, user(config, given(context.getUser())));
    }

    private static AuthInfo user(Config config, String name) throws TargetFailure {
        return name.isEmpty()
                ? new AuthInfo()
                : find(config.getUsers(), NamedAuthInfo::getName, name)
                        .map(NamedAuthInfo::getUser)
                        .orElseThrow(() -> missing("user", name));
    }

    private static <T> Optional<T> find(@Nullable List<T> all, Function<T, @Nullable String> name, String wanted) {
        return all == null
                ? Optional.empty()
                : all.stream().filter(each -> wanted.equals(name.apply(each))).findFirst();
    }

    private static TargetFailure missing(String what, String name) {
        return new TargetFailure("it has no %s '%s'".formatted(what, name));
    }

    static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
