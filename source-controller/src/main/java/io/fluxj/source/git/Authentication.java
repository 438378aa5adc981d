package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.SecretData;

/**
 * What a Secret says of credentials and certificates. Source: behaviour §0.2, §1.3.
 *
 * @param credentials who we are
 * @param tls certificates
 * @param hint what may be the matter when they are refused; empty for nothing
 */
record Authentication(GitCredentials credentials, TlsConfig tls, String hint) {
    /** Reads a Secret (an empty one when none is named). */
    static Authentication of(GitRepository repository, GitUrl url, SecretData secret) throws Retryable {
        requireNoAppData(repository, secret);
        if (url.isSsh()) {
            return new Authentication(ssh(repository, secret), TlsConfig.SYSTEM, "");
        }
        return new Authentication(http(url, secret), tls(secret), hint(repository, url, secret));
    }

    /** Flux ignores an SSH key beside an HTTP address, and public repositories need none. */
    private static String hint(GitRepository repository, GitUrl url, SecretData secret) {
        boolean sshOnly = secret.bytes("identity").isPresent()
                && secret.bytes("username").isEmpty()
                && secret.bytes("bearerToken").isEmpty();
        return sshOnly
                ? "; the secret '" + secretName(repository) + "' holds an SSH key, which is of no use with spec.url '"
                        + url.scheme()
                        + "://…': put username and password, or bearerToken, into it, or write an ssh:// address"
                : "";
    }

    /** What to do about a server whose certificate nobody vouches for. */
    static String authorityHint(GitRepository repository, TlsConfig tls) {
        if (repository.getSpec().secretRef() == null) {
            return "; put the certificate of its authority under ca.crt into a secret and name that in spec.secretRef";
        }
        String secret = "the secret '" + secretName(repository) + "'";
        return tls.trust().authorities().isEmpty()
                ? "; put the certificate of its authority under ca.crt into " + secret
                : "; the " + tls.trust().count() + " certificates under ca.crt in " + secret + " do not vouch for it";
    }

    private static void requireNoAppData(GitRepository repository, SecretData secret) throws Retryable {
        if (secret.bytes("githubAppID").isPresent()) {
            throw Retryable.of(
                            GitReason.INVALID_PROVIDER_CONFIGURATION,
                            "secretRef '" + secretName(repository)
                                    + "' has github app data but provider is not set to github")
                    .marking(GitCondition.FETCH_FAILED);
        }
    }

    /** What the Secret leaves out is taken from the address, field by field; an address alone is taken as it is. */
    private static GitCredentials http(GitUrl url, SecretData secret) throws Retryable {
        String token = text(secret, "bearerToken");
        if (!token.isEmpty()) {
            return new GitCredentials.Bearer(token);
        }
        String username = text(secret, "username");
        String password = text(secret, "password");
        if (username.isEmpty() && password.isEmpty()) {
            return new GitCredentials.None();
        }
        String user = username.isEmpty() ? url.user() : username;
        if (user.isEmpty()) {
            throw invalid("invalid 'http' auth option: 'password' requires 'username' to be set");
        }
        return new GitCredentials.Basic(user, password.isEmpty() ? url.password() : password);
    }

    private static TlsConfig tls(SecretData secret) throws Retryable {
        String certificate = either(secret, "tls.crt", "certFile");
        String key = either(secret, "tls.key", "keyFile");
        if (certificate.isEmpty() != key.isEmpty()) {
            throw invalid("invalid TLS secret: a client certificate needs both tls.crt and tls.key");
        }
        return new TlsConfig(Trust.besideSystem(either(secret, "ca.crt", "caFile")), certificate, key);
    }

    private static GitCredentials ssh(GitRepository repository, SecretData secret) throws Retryable {
        GitCredentials.Ssh credentials =
                new GitCredentials.Ssh(text(secret, "identity"), text(secret, "password"), text(secret, "known_hosts"));
        require(!credentials.identity().isEmpty(), "identity");
        require(!credentials.knownHosts().isEmpty(), "known_hosts");
        if (credentials.isEncrypted() && credentials.passphrase().isEmpty()) {
            throw failed("SSH identity key is encrypted but no 'password' field was provided in the secret '"
                    + secretName(repository) + "'");
        }
        return credentials;
    }

    private static void require(boolean there, String key) throws Retryable {
        if (!there) {
            throw invalid("invalid 'ssh' auth option: '" + key + "' is required");
        }
    }

    private static Retryable invalid(String what) {
        return failed("failed to configure authentication options: " + what);
    }

    private static Retryable failed(String message) {
        return Retryable.of(GitReason.AUTHENTICATION_FAILED, message).marking(GitCondition.FETCH_FAILED);
    }

    private static String secretName(GitRepository repository) {
        var reference = repository.getSpec().secretRef();
        return repository.getMetadata().getNamespace() + "/" + (reference == null ? "" : reference.name());
    }

    private static String either(SecretData secret, String modern, String legacy) {
        return secret.text(modern).orElseGet(() -> text(secret, legacy));
    }

    private static String text(SecretData secret, String key) {
        return secret.text(key).orElse("");
    }
}
