package io.fluxj.runtime.git;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.GitHubAppTokens;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.secret.GitHubApp;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a GitRepository is to its server: what its Secret says, unless GitHub or a cloud vouches for it. Source: behaviour §0.3, §1.3, §11.
 *
 * @param gitHub tokens of GitHub Apps
 * @param clouds the clouds
 */
public record GitIdentity(GitHubAppTokens gitHub, CloudLogins clouds) {
    /** With tokens of GitHub Apps in the clouds' cache, which bounds all of them. */
    public static GitIdentity of(CloudLogins clouds) {
        CloudEnvironment environment = clouds.environment();
        return new GitIdentity(new GitHubAppTokens(environment.cache(), environment.clock()), clouds);
    }

    /** How {@code spec.provider} and the Secret contradict each other; empty when they do not. */
    public static Optional<String> contradiction(GitRepositorySpec spec, NamedSecret secret) {
        boolean isApp = is(spec, GitProvider.GITHUB);
        if (isApp == GitHubApp.isIn(secret)) {
            return Optional.empty();
        }
        return Optional.of(
                isApp
                        ? "secretRef with github app data must be specified when provider is set to github"
                        : "secretRef '" + secret.shown() + "' has github app data but provider is not set to github");
    }

    private static boolean is(GitRepositorySpec spec, GitProvider wanted) {
        @Nullable Choice<GitProvider> provider = spec.provider();
        return provider == null ? wanted == GitProvider.GENERIC : provider.is(wanted);
    }

    /**
     * Its credentials. GitHub or a cloud may be asked, which takes as long as it does.
     *
     * @param secret what {@code spec.secretRef} names
     * @param given what the Secret says
     * @param proxies on the way
     * @throws IdentityException when nobody vouches for it
     */
    public GitCredentials credentials(GitRepository repository, NamedSecret secret, GitLogin given, Proxies proxies)
            throws IdentityException {
        GitRepositorySpec spec = repository.getSpec();
        if (is(spec, GitProvider.GENERIC)) {
            return given.credentials();
        }
        return is(spec, GitProvider.GITHUB)
                ? ofApp(secret, new HttpRoute(proxies, given.tls()))
                : ofCloud(repository, new HttpRoute(proxies, TlsConfig.SYSTEM));
    }

    private GitCredentials ofApp(NamedSecret secret, HttpRoute route) throws IdentityException {
        try {
            return new GitCredentials.Basic(
                    GitHubApp.USERNAME,
                    gitHub.token(GitHubApp.require(secret), route).value());
        } catch (SecretException malformed) {
            throw new IdentityException(malformed.message(), malformed);
        }
    }

    /** Certificates of the object are for its own server, not for the cloud's. */
    private GitCredentials ofCloud(GitRepository repository, HttpRoute route) throws IdentityException {
        GitRepositorySpec spec = repository.getSpec();
        String account = Objects.requireNonNullElse(spec.serviceAccountName(), "");
        if (!account.isEmpty() && !clouds.forObjects()) {
            throw new IdentityException(WorkloadIdentityGate.NEEDED);
        }
        Principal who = clouds.principal(repository.getMetadata().getNamespace(), account);
        String provider = Objects.requireNonNull(spec.provider()).text();
        return clouds.git(provider, GitUrl.parse(spec.url()), who, route);
    }
}
