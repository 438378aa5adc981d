package io.fluxj.source.cloud;

import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.EcrLogin;
import io.fluxj.runtime.identity.azure.AcrLogin;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.GoogleRegistryLogin;
import java.util.Map;
import java.util.Optional;

/**
 * Who an object is in the registries of clouds. Source: behaviour §0.3.
 *
 * @param accounts service accounts that objects name
 * @param whose what decides for whom a cloud vouches
 * @param environment of the controller
 * @param clouds with registries, by the name that {@code spec.provider} has for each
 */
public record CloudLogins(
        ServiceAccounts accounts, Whose whose, CloudEnvironment environment, Map<String, RegistryCloud> clouds) {
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

    /** All clouds that there are. */
    public static CloudLogins of(ServiceAccounts accounts, Whose whose, CloudEnvironment environment) {
        return new CloudLogins(
                accounts,
                whose,
                environment,
                Map.of(
                        "aws", new EcrLogin(new AwsIdentity(environment)),
                        "azure", new AcrLogin(new AzureIdentity(environment)),
                        "gcp", new GoogleRegistryLogin(new GcpIdentity(environment))));
    }

    /** Whether the gate is open that objects need which name a service account. */
    public boolean forObjects() {
        return whose.objects();
    }

    /**
     * Who an object is to a registry.
     *
     * @param provider of {@code spec.provider}
     * @param account that the object names; empty for none
     * @param route to the cloud
     */
    public RegistryPassword login(String provider, String host, String namespace, String account, HttpRoute route)
            throws IdentityException {
        RegistryCloud cloud = Optional.ofNullable(clouds.get(provider))
                .orElseThrow(() -> new IdentityException("this controller knows no provider '" + provider + "'"));
        return cloud.login(host, principal(namespace, account), Caller.over(route));
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
