package io.fluxj.source.git;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.git.GitLogin;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;

/**
 * What a Secret says of credentials and certificates for a repository. Source: behaviour §0.2, §1.3.
 *
 * @param credentials who we are
 * @param tls certificates
 * @param hints what may be the matter when they are refused
 */
record Authentication(GitCredentials credentials, TlsConfig tls, GitSource.Hints hints) {
    /** Reads a Secret, which is {@link NamedSecret#none} when none is named. */
    static Authentication of(GitUrl url, NamedSecret secret) throws Retryable {
        try {
            GitLogin login = GitLogin.of(url, secret);
            return new Authentication(
                    login.credentials(),
                    login.tls(),
                    new GitSource.Hints(
                            url.isSsh() ? "" : accessHint(url, secret), authorityHint(secret, login.tls())));
        } catch (SecretException unusable) {
            throw Retryable.of(SourceReason.AUTHENTICATION_FAILED, unusable.message(), unusable)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    /** The same as somebody else. */
    Authentication as(GitCredentials others) {
        return new Authentication(others, tls, hints);
    }

    /** Flux ignores an SSH key beside an HTTP address, and public repositories need none. */
    private static String accessHint(GitUrl url, NamedSecret secret) {
        boolean sshOnly = secret.has("identity") && !secret.has("username") && !secret.has("bearerToken");
        return sshOnly
                ? "; the secret '" + secret.shown() + "' holds an SSH key, which is of no use with spec.url '"
                        + url.scheme()
                        + "://…': put username and password, or bearerToken, into it, or write an ssh:// address"
                : "";
    }

    /** What to do about a server whose certificate nobody vouches for. */
    private static String authorityHint(NamedSecret secret, TlsConfig tls) {
        if (secret.name().isEmpty()) {
            return "; put the certificate of its authority under ca.crt into a secret and name that in spec.secretRef";
        }
        String named = "the secret '" + secret.shown() + "'";
        return tls.trust().authorities().isEmpty()
                ? "; put the certificate of its authority under ca.crt into " + named
                : "; the " + tls.trust().count() + " certificates under ca.crt in " + named + " do not vouch for it";
    }
}
