package io.fluxj.git.jgit;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads private keys: OpenSSH, PKCS#1, PKCS#8 and SEC 1, with and without a passphrase. */
public final class SshIdentity {
    private SshIdentity() {}

    /**
     * The key pair of an identity.
     *
     * @throws GitException when it is no private key, or the passphrase is wrong
     */
    public static KeyPair read(GitCredentials.Ssh credentials) throws GitException {
        byte[] text = credentials.identity().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(text)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("identity"), in, FilePasswordProvider.of(credentials.passphrase()));
            if (pairs != null && pairs.iterator().hasNext()) {
                return pairs.iterator().next();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new GitException(
                    Problem.IDENTITY, "the SSH identity cannot be read: " + hint(credentials), unreadable);
        }
        throw new GitException(Problem.IDENTITY, "the SSH identity holds no private key");
    }

    private static String hint(GitCredentials.Ssh credentials) {
        return credentials.passphrase().isEmpty()
                ? "it is malformed or needs a passphrase"
                : "it is malformed or the passphrase is wrong";
    }
}
