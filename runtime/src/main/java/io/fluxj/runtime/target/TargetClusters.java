package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.ClientRules;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.options.ClientOptions;
import io.fluxj.runtime.options.TenancyOptions;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerEnvironment;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives objects the clusters that they apply to: this one, or that of the kubeconfig in a Secret; as the controller itself or as a service
 * account. Clients of other clusters are shared by all objects with the same kubeconfig, and closed when no object uses it any more.
 */
public final class TargetClusters implements AutoCloseable {
    private final KubernetesClient own;
    private final Cluster ownCluster;
    private final String defaultServiceAccount;
    private final KubeconfigSecrets secrets;
    private final Kubeconfigs kubeconfigs;
    private final RemoteClusters remotes;

    /**
     * For all objects of a kind.
     *
     * @param own the controller's client
     * @param defaultServiceAccount impersonated where a spec names none; empty for none
     * @param leaving told of a cluster whose client is going to be closed
     */
    public TargetClusters(
            KubernetesClient own, String defaultServiceAccount, Kubeconfigs kubeconfigs, Consumer<Cluster> leaving) {
        this.own = own;
        this.ownCluster = Cluster.of(own);
        this.defaultServiceAccount = defaultServiceAccount;
        this.secrets = new KubeconfigSecrets(new SecretReader(own));
        this.kubeconfigs = kubeconfigs;
        this.remotes = new RemoteClusters(leaving);
    }

    /** As {@link #of(ControllerEnvironment, ClientOptions, TenancyOptions, AppliedMemory)}, of a controller that remembers nothing. */
    public static TargetClusters of(ControllerEnvironment environment, ClientOptions client, TenancyOptions tenancy) {
        return of(environment, client, tenancy, new AppliedMemory(0));
    }

    /**
     * Those of a controller: by its flags, reached by its proxies, limited, counted and fenced as its own; closed with its resources.
     *
     * @param memory forgets what was applied over a client that is closed
     */
    public static TargetClusters of(
            ControllerEnvironment environment, ClientOptions client, TenancyOptions tenancy, AppliedMemory memory) {
        EnvironmentProxies proxies = EnvironmentProxies.of(environment.variables());
        ClientRules rules =
                new ClientRules(environment.controller(), client, environment.metrics(), environment.fence());
        return environment
                .resources()
                .keep(new TargetClusters(
                        environment.client(),
                        tenancy.defaultServiceAccount(),
                        new Kubeconfigs(
                                tenancy.kubeconfigRules(),
                                new RemoteProxies(proxies, proxies.authenticator()),
                                config -> KubernetesClients.remote(config, rules)),
                        memory::forget));
    }

    /**
     * How kubeconfigs become clients.
     *
     * @param rules what they may do
     * @param proxies the way there
     * @param opening opens a client that is limited, counted and fenced as the controller's own
     */
    public record Kubeconfigs(
            KubeconfigRules rules, RemoteProxies proxies, Function<Config, KubernetesClient> opening) {}

    /**
     * The cluster for the next pass of an object.
     *
     * @param owner names the object among those of its kind
     * @throws TargetFailure if the kubeconfig cannot be read or may not do what it wants
     */
    public TargetCluster of(String owner, TargetReference wanted) throws TargetFailure {
        TargetAccount account = TargetAccount.of(wanted, defaultServiceAccount);
        if (wanted.kubeConfig().isEmpty()) {
            remotes.forget(owner);
            return new TargetCluster(ownCluster, own, account);
        }
        String text = secrets.text(wanted.namespace(), wanted.kubeConfig().get());
        RemoteClusters.Remote remote =
                remotes.of(owner, Digest.of(DigestAlgorithm.SHA256, text).hex(), () -> open(text));
        return new TargetCluster(remote.cluster(), remote.client(), account);
    }

    /** The cluster of the object's last pass, without a look at the Secret; empty when it had none. */
    public Optional<TargetCluster> known(String owner, TargetReference wanted) {
        TargetAccount account = TargetAccount.of(wanted, defaultServiceAccount);
        return wanted.kubeConfig().isEmpty()
                ? Optional.of(new TargetCluster(ownCluster, own, account))
                : remotes.known(owner).map(remote -> new TargetCluster(remote.cluster(), remote.client(), account));
    }

    private KubernetesClient open(String text) throws TargetFailure {
        try {
            return kubeconfigs
                    .opening()
                    .apply(new RemoteConfig(kubeconfigs.rules(), kubeconfigs.proxies()).of(Kubeconfig.parse(text)));
        } catch (TargetFailure e) {
            throw new TargetFailure("the kubeconfig of spec.kubeConfig cannot be used: " + e.message(), e);
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new TargetFailure(
                    "the kubeconfig of spec.kubeConfig cannot be used: its certificates or key cannot be read", e);
        }
    }

    /** The object is gone. */
    public void forget(String owner) {
        remotes.forget(owner);
    }

    /** How many clients of other clusters are open. */
    public int openClients() {
        return remotes.size();
    }

    /** Closes the clients of other clusters; the controller's own stays open. */
    @Override
    public void close() {
        remotes.close();
    }
}
