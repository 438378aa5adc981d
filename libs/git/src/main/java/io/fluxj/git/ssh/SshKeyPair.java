package io.fluxj.git.ssh;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.jgit.SshIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * A client's key pair.
 *
 * @param privateKey as it was given, or in OpenSSH's form
 * @param publicKey a line of {@code authorized_keys}, with a line break at its end
 */
public record SshKeyPair(String privateKey, String publicKey) {
    private static final int ED25519 = 256;

    /** Kinds of keys. */
    public sealed interface Algorithm {
        /**
         * RSA.
         *
         * @param bits at least 1024, a multiple of 8
         */
        record Rsa(int bits) implements Algorithm {
            public Rsa {
                if (bits < 1024 || bits > 16_384 || bits % 8 != 0) {
                    throw new IllegalArgumentException(
                            "RSA keys have 1024 to 16384 bits, a multiple of 8, not " + bits);
                }
            }
        }

        /** ECDSA on the curve P-256, P-384 or P-521. */
        record Ecdsa(int size) implements Algorithm {
            public Ecdsa {
                if (size != 256 && size != 384 && size != 521) {
                    throw new IllegalArgumentException("the curves are p256, p384 and p521, not p" + size);
                }
            }
        }

        /** Ed25519. */
        record Ed25519() implements Algorithm {}
    }

    /** Makes a new pair, its private key in OpenSSH's own form, without a passphrase. */
    public static SshKeyPair generate(Algorithm algorithm) {
        try (ByteArrayOutputStream text = new ByteArrayOutputStream()) {
            KeyPair made = generated(algorithm);
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(made, "", null, text);
            return new SshKeyPair(text.toString(StandardCharsets.US_ASCII), line(made));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("keys of known algorithms can be made and written", impossible);
        }
    }

    private static KeyPair generated(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case Algorithm.Rsa(int bits) -> KeyUtils.generateKeyPair("ssh-rsa", bits);
            case Algorithm.Ecdsa(int size) -> KeyUtils.generateKeyPair("ecdsa-sha2-nistp" + size, size);
            case Algorithm.Ed25519() -> KeyUtils.generateKeyPair("ssh-ed25519", ED25519);
        };
    }

    /**
     * The pair of a private key, whatever its form.
     *
     * @param passphrase of the key; empty for none
     * @throws GitException when it cannot be read
     */
    public static SshKeyPair of(String privateKey, String passphrase) throws GitException {
        return new SshKeyPair(privateKey, publicKey(privateKey, passphrase));
    }

    private static String publicKey(String privateKey, String passphrase) throws GitException {
        return line(SshIdentity.read(new GitCredentials.Ssh(privateKey, passphrase, "")));
    }

    private static String line(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic()) + "\n";
    }

    /** The public half. */
    @Override
    public String toString() {
        return "SshKeyPair[" + publicKey.strip() + "]";
    }
}
