package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitCredentials;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.runtime.git.GitIdentity;
import io.fluxj.runtime.git.GitLogin;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.Optional;

/**
 * Asks those who vouch for an object for its credentials. Source: behaviour §1.3, §11.
 *
 * @param identity who they are
 */
record ProviderStep(GitIdentity identity) {
    /** Credentials of the object; what its Secret holds, unless somebody vouches for it. */
    Authentication authenticate(
            Pass<GitRepository, GitRepositoryStatus> pass, NamedSecret secret, Authentication given, ProxyRoute route)
            throws Failure, InterruptedException {
        Optional<String> contradiction = GitIdentity.contradiction(pass.object().getSpec(), secret);
        if (contradiction.isPresent()) {
            throw failed(GitReason.INVALID_PROVIDER_CONFIGURATION, contradiction.get());
        }
        GitLogin login = new GitLogin(given.credentials(), given.tls());
        try {
            GitCredentials who = pass.transferring(
                    pass.outdated(), () -> identity.credentials(pass.object(), secret, login, route.proxies()));
            who.confidential().forEach(pass::conceal);
            return given.as(who);
        } catch (IdentityException refused) {
            throw failed(
                    SourceReason.AUTHENTICATION_FAILED,
                    "failed to configure authentication options: " + refused.message());
        }
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
