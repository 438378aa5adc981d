package io.fluxj.cli.artifact;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.EcrLogin;
import io.fluxj.runtime.identity.azure.AcrLogin;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.GoogleRegistryLogin;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Who we are to the registries of clouds, as the variables of the environment say: the same logins that the controllers have.
 *
 * @param variables of the environment
 * @param clock the time, which signatures hold
 */
record CloudCredentials(Map<String, String> variables, Clock clock) {
    /** {@code --provider generic}: no cloud. */
    static final String NONE = "generic";

    /**
     * For a registry.
     *
     * @param provider aws, azure or gcp
     * @throws CommandFailure when there is no such provider, the host is none of its registries, or it lets nobody in
     */
    RegistryCredentials of(String provider, String host) {
        TokenCache tokens = new TokenCache(1, Duration.ofHours(1), clock);
        CloudEnvironment environment = new CloudEnvironment(variables, Caller.over(HttpRoute.DIRECT), tokens, clock);
        HttpRoute route = new HttpRoute(EnvironmentProxies.of(variables).proxies(), TlsConfig.SYSTEM);
        try {
            RegistryPassword given =
                    cloud(provider, environment).login(host, new Principal.Controller(), Caller.over(route));
            return new RegistryCredentials.Basic(given.username(), given.password());
        } catch (IdentityException refused) {
            throw new CommandFailure(
                    "no login to %s by --provider %s: %s".formatted(host, provider, refused.message()), refused);
        }
    }

    private static RegistryCloud cloud(String provider, CloudEnvironment environment) {
        return switch (provider) {
            case "aws" -> new EcrLogin(new AwsIdentity(environment));
            case "azure" -> new AcrLogin(new AzureIdentity(environment));
            case "gcp" -> new GoogleRegistryLogin(new GcpIdentity(environment));
            default ->
                throw new CommandFailure("--provider must be one of generic, aws, azure, gcp, not '" + provider + "'");
        };
    }
}
