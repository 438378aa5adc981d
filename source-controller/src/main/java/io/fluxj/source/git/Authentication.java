package io.fluxj.source.git;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.BearerToken;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SshIdentity;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.Optional;

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
        TlsConfig tls = url.isSsh() ? TlsConfig.SYSTEM : tls(secret);
        return new Authentication(
                url.isSsh() ? ssh(secret) : http(url, secret),
                tls,
                new GitSource.Hints(url.isSsh() ? "" : accessHint(url, secret), authorityHint(secret, tls)));
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

    /** What the Secret leaves out is taken from the address, field by field; an address alone is taken as it is. */
    private static GitCredentials http(GitUrl url, NamedSecret secret) throws Retryable {
        String token = BearerToken.find(secret).map(BearerToken::token).orElse("");
        if (!token.isEmpty()) {
            return new GitCredentials.Bearer(token);
        }
        String username = secret.text("username");
        String password = secret.text("password");
        if (username.isEmpty() && password.isEmpty()) {
            return new GitCredentials.None();
        }
        String user = username.isEmpty() ? url.user() : username;
        if (user.isEmpty()) {
            throw invalid("invalid 'http' auth option: 'password' requires 'username' to be set");
        }
        return new GitCredentials.Basic(user, password.isEmpty() ? url.password() : password);
    }

    private static TlsConfig tls(NamedSecret secret) throws Retryable {
        TlsFiles files = TlsFiles.of(secret);
        if (files.isHalf()) {
            throw invalid("invalid TLS secret: a client certificate needs both tls.crt and tls.key");
        }
        return files.besideSystem();
    }

    private static GitCredentials ssh(NamedSecret secret) throws Retryable {
        SshIdentity identity = SshIdentity.of(secret);
        Optional<String> missing = identity.missing();
        if (missing.isPresent()) {
            throw invalid("invalid 'ssh' auth option: '" + missing.get() + "' is required");
        }
        GitCredentials.Ssh credentials =
                new GitCredentials.Ssh(identity.identity(), identity.password(), identity.knownHosts());
        if (credentials.isEncrypted() && credentials.passphrase().isEmpty()) {
            throw failed("SSH identity key is encrypted but no 'password' field was provided in the secret '"
                    + secret.shown() + "'");
        }
        return credentials;
    }

    private static Retryable invalid(String what) {
        return failed("failed to configure authentication options: " + what);
    }

    private static Retryable failed(String message) {
        return Retryable.of(SourceReason.AUTHENTICATION_FAILED, message).marking(SourceCondition.FETCH_FAILED);
    }
}
