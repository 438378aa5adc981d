package io.fluxj.source.git;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitCredentials;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.GitHubApp;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who vouch for an object for its credentials. Source: behaviour §1.3, §11.
 *
 * @param identity who they are
 */
record ProviderStep(GitParts.Identity identity) {
    private static final String DOING = "failed to configure authentication options: ";

    /** Credentials of the object; what its Secret holds, unless somebody vouches for it. */
    Authentication authenticate(
            Pass<GitRepository, GitRepositoryStatus> pass, NamedSecret secret, Authentication given, ProxyRoute route)
            throws Failure, InterruptedException {
        @Nullable Choice<GitProvider> provider = pass.object().getSpec().provider();
        if (provider != null && provider.is(GitProvider.GITHUB)) {
            return given.as(asApp(pass, secret, new HttpRoute(route.proxies(), given.tls())));
        }
        if (GitHubApp.isIn(secret)) {
            throw failed(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "secretRef '" + secret.shown() + "' has github app data but provider is not set to github");
        }
        return given;
    }

    private GitCredentials asApp(Pass<GitRepository, GitRepositoryStatus> pass, NamedSecret secret, HttpRoute route)
            throws Failure, InterruptedException {
        if (!GitHubApp.isIn(secret)) {
            throw failed(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "secretRef with github app data must be specified when provider is set to github");
        }
        try {
            GitHubApp app = GitHubApp.require(secret);
            AccessToken token =
                    pass.transferring(pass.outdated(), () -> identity.gitHub().token(app, route));
            pass.conceal(token.value());
            return new GitCredentials.Basic(GitHubApp.USERNAME, token.value());
        } catch (SecretException malformed) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, DOING + malformed.message());
        } catch (IdentityException refused) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, DOING + refused.message());
        }
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
