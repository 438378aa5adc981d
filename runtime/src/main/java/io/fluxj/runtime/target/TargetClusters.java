package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.KubeConfigReference;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.client.ClientRules;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.ServiceAccountTokens;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.TenancyOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
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
    private final WorkloadLogins logins;
    private final RemoteClusters remotes;

    /**
     * For all objects of a kind.
     *
     * @param own the controller's client
     * @param defaultServiceAccount impersonated where a spec names none; empty for none
     * @param identities of those who log in without a kubeconfig
     * @param leaving told of a cluster whose client is going to be closed
     */
    public TargetClusters(
            KubernetesClient own,
            String defaultServiceAccount,
            Kubeconfigs kubeconfigs,
            Identities identities,
            Consumer<Cluster> leaving) {
        this.own = own;
        this.ownCluster = Cluster.of(own);
        this.defaultServiceAccount = defaultServiceAccount;
        this.secrets = new KubeconfigSecrets(new SecretReader(own));
        this.kubeconfigs = kubeconfigs;
        this.logins = new WorkloadLogins(
                own, identities.tokens(), identities.byDefault(), identities.named(), identities.clouds());
        this.remotes = new RemoteClusters(leaving);
    }

    /** As {@link #of(ControllerEnvironment, SharedOptions, TenancyOptions, AppliedMemory)}, of a controller that remembers nothing. */
    public static TargetClusters of(ControllerEnvironment environment, SharedOptions shared, TenancyOptions tenancy) {
        return of(environment, shared, tenancy, new AppliedMemory(0));
    }

    /**
     * Those of a controller: by its flags, reached by its proxies, limited, counted and fenced as its own; closed with its resources.
     *
     * @param memory forgets what was applied over a client that is closed
     */
    public static TargetClusters of(
            ControllerEnvironment environment, SharedOptions shared, TenancyOptions tenancy, AppliedMemory memory) {
        EnvironmentProxies proxies = EnvironmentProxies.of(environment.variables());
        ClientRules rules =
                new ClientRules(environment.controller(), shared.client(), environment.metrics(), environment.fence());
        return environment
                .resources()
                .keep(new TargetClusters(
                        environment.client(),
                        tenancy.defaultServiceAccount(),
                        new Kubeconfigs(
                                tenancy.kubeconfigRules(),
                                new RemoteProxies(proxies, proxies.authenticator()),
                                config -> KubernetesClients.remote(config, rules)),
                        Identities.of(environment, shared, tenancy),
                        memory::forget));
    }

    /**
     * Who logs in to clusters without a kubeconfig.
     *
     * @param byDefault the account where none is named
     * @param named whether objects may name one: the gate {@code ObjectLevelWorkloadIdentity}
     * @param clouds clusters that clouds run
     */
    public record Identities(
            ServiceAccountTokens tokens, DefaultAccount byDefault, boolean named, CloudClusters clouds) {

        static Identities of(ControllerEnvironment environment, SharedOptions shared, TenancyOptions tenancy) {
            String byDefault = tenancy.defaultKubeconfigServiceAccount();
            CloudLogins clouds = CloudLogins.of(environment, shared, byDefault);
            Proxies proxies = EnvironmentProxies.of(environment.variables()).proxies();
            return new Identities(
                    new ServiceAccountTokens(
                            environment.client(), clouds.environment().cache()),
                    DefaultAccount.of(byDefault),
                    shared.features().enabled(WorkloadIdentityGate.NAME),
                    new CloudClusters(clouds, Caller.over(new HttpRoute(proxies, TlsConfig.SYSTEM))));
        }
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
        RemoteClusters.Remote remote =
                remote(owner, wanted.namespace(), wanted.kubeConfig().get());
        return new TargetCluster(remote.cluster(), remote.client(), account);
    }

    private RemoteClusters.Remote remote(String owner, String namespace, KubeConfigReference reference)
            throws TargetFailure {
        LocalObjectReference settings = reference.configMapRef();
        if (settings == null) {
            String text = secrets.text(namespace, reference);
            return remotes.of(owner, digest(text), () -> open(text));
        }
        WorkloadLogins.Login login = logins.of(namespace, settings.name());
        return remotes.of(owner, digest(login.toString()), () -> open(login));
    }

    private static String digest(String text) {
        return Digest.of(DigestAlgorithm.SHA256, text).hex();
    }

    private KubernetesClient open(WorkloadLogins.Login login) throws TargetFailure {
        try {
            return kubeconfigs.opening().apply(logins.config(login, kubeconfigs.proxies()));
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new TargetFailure("the certificates in ca.crt of the ConfigMap of spec.kubeConfig cannot be read", e);
        }
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
                    "the kubeconfig of spec.kubeConfig cannot be used: its certificates, key or tls-server-name cannot be read",
                    e);
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
