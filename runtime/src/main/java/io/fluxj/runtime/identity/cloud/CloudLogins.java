package io.fluxj.runtime.identity.cloud;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.ClusterCloud;
import io.fluxj.runtime.identity.GitCloud;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.CodeCommitLogin;
import io.fluxj.runtime.identity.aws.EcrLogin;
import io.fluxj.runtime.identity.aws.EksClusters;
import io.fluxj.runtime.identity.azure.AcrLogin;
import io.fluxj.runtime.identity.azure.AksClusters;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.azure.DevOpsLogin;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.GkeClusters;
import io.fluxj.runtime.identity.gcp.GoogleRegistryLogin;
import io.fluxj.runtime.identity.gcp.SourceManagerLogin;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.start.ControllerEnvironment;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Who an object is to clouds. Source: behaviour §0.3.
 *
 * @param accounts service accounts that objects name
 * @param whose what decides for whom a cloud vouches
 * @param environment of the controller
 * @param clouds by the name that {@code spec.provider} has for each
 */
public record CloudLogins(
        ServiceAccounts accounts, Whose whose, CloudEnvironment environment, Map<String, Cloud> clouds) {
    /** Makes the map unmodifiable. */
    public CloudLogins {
        clouds = Map.copyOf(clouds);
    }

    /**
     * What decides for whom a cloud vouches.
     *
     * @param objects whether objects may name service accounts (the gate ObjectLevelWorkloadIdentity)
     * @param account of objects that name none; empty for the controller itself
     */
    public record Whose(boolean objects, String account) {}

    /**
     * What one cloud has.
     *
     * @param registry its registries
     * @param git its Git servers
     * @param clusters Kubernetes clusters that it runs
     */
    public record Cloud(RegistryCloud registry, GitCloud git, ClusterCloud clusters) {}

    /** All clouds that there are. */
    public static CloudLogins of(ServiceAccounts accounts, Whose whose, CloudEnvironment environment) {
        AwsIdentity aws = new AwsIdentity(environment);
        AzureIdentity azure = new AzureIdentity(environment);
        GcpIdentity gcp = new GcpIdentity(environment);
        return new CloudLogins(
                accounts,
                whose,
                environment,
                Map.of(
                        "aws", new Cloud(new EcrLogin(aws), new CodeCommitLogin(aws), new EksClusters(aws)),
                        "azure", new Cloud(new AcrLogin(azure), new DevOpsLogin(azure), new AksClusters(azure)),
                        "gcp",
                                new Cloud(
                                        new GoogleRegistryLogin(gcp),
                                        new SourceManagerLogin(gcp),
                                        new GkeClusters(gcp))));
    }

    /**
     * As a controller's flags say, with its own variables.
     *
     * @param account of objects that name none; empty for the controller itself
     */
    public static CloudLogins of(ControllerEnvironment environment, SharedOptions options, String account) {
        TokenCache tokens =
                new TokenCache(options.tokenCache().size(), options.tokenCache().duration(), Clock.systemUTC());
        return of(
                new ServiceAccounts(environment.client()),
                new Whose(options.features().enabled(WorkloadIdentityGate.NAME), account),
                new CloudEnvironment(
                        environment.variables(), Caller.over(HttpRoute.DIRECT), tokens, Clock.systemUTC()));
    }

    /** Whether the gate is open that objects need which name a service account. */
    public boolean forObjects() {
        return whose.objects();
    }

    /**
     * Who somebody is to a registry.
     *
     * @param provider of {@code spec.provider}
     * @param who for whom the cloud shall vouch
     * @param route to the cloud
     */
    public RegistryPassword registry(String provider, String host, Principal who, HttpRoute route)
            throws IdentityException {
        return cloud(provider).registry().login(host, who, Caller.over(route));
    }

    /**
     * Who somebody is to a Git server.
     *
     * @param provider of {@code spec.provider}
     * @param url of the repository
     * @param who for whom the cloud shall vouch
     * @param route to the cloud
     */
    public GitCredentials git(String provider, GitUrl url, Principal who, HttpRoute route) throws IdentityException {
        return cloud(provider).git().login(url, who, Caller.over(route));
    }

    /**
     * The clusters that a cloud runs.
     *
     * @param provider name of the cloud
     */
    public ClusterCloud clusters(String provider) throws IdentityException {
        return cloud(provider).clusters();
    }

    private Cloud cloud(String provider) throws IdentityException {
        return Optional.ofNullable(clouds.get(provider))
                .orElseThrow(() -> new IdentityException("this controller knows no provider '" + provider + "'"));
    }

    /**
     * For whom a cloud shall vouch.
     *
     * @param account that the object names; empty for none
     */
    public Principal principal(String namespace, String account) throws IdentityException {
        String name = account.isEmpty() ? whose.account() : account;
        return name.isEmpty() ? new Principal.Controller() : accounts.require(namespace, name);
    }
}
