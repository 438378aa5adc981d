package io.fluxj.runtime.git;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.secret.BearerToken;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.SshIdentity;
import io.fluxj.runtime.secret.TlsFiles;
import java.util.Optional;

/**
 * What a Secret says of credentials and certificates for a repository. Source: behaviour §0.2, §1.3.
 *
 * @param credentials who we are
 * @param tls certificates
 */
public record GitLogin(GitCredentials credentials, TlsConfig tls) {
    /**
     * Reads a Secret, which is {@link NamedSecret#none} when none is named.
     *
     * @throws SecretException when it does not hold what the address needs
     */
    public static GitLogin of(GitUrl url, NamedSecret secret) throws SecretException {
        return url.isSsh() ? new GitLogin(ssh(secret), TlsConfig.SYSTEM) : new GitLogin(http(url, secret), tls(secret));
    }

    /** What the Secret leaves out is taken from the address, field by field; an address alone is taken as it is. */
    private static GitCredentials http(GitUrl url, NamedSecret secret) throws SecretException {
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

    private static TlsConfig tls(NamedSecret secret) throws SecretException {
        TlsFiles files = TlsFiles.of(secret);
        if (files.isHalf()) {
            throw invalid("invalid TLS secret: a client certificate needs both tls.crt and tls.key");
        }
        return files.besideSystem();
    }

    private static GitCredentials ssh(NamedSecret secret) throws SecretException {
        SshIdentity identity = SshIdentity.of(secret);
        Optional<String> missing = identity.missing();
        if (missing.isPresent()) {
            throw invalid("invalid 'ssh' auth option: '" + missing.get() + "' is required");
        }
        GitCredentials.Ssh credentials =
                new GitCredentials.Ssh(identity.identity(), identity.password(), identity.knownHosts());
        if (credentials.isEncrypted() && credentials.passphrase().isEmpty()) {
            throw new SecretException(
                    "SSH identity key is encrypted but no 'password' field was provided in the secret '"
                            + secret.shown() + "'");
        }
        return credentials;
    }

    private static SecretException invalid(String what) {
        return new SecretException("failed to configure authentication options: " + what);
    }
}
