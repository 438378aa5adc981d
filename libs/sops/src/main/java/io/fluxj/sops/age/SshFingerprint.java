package io.fluxj.sops.age;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** How a stanza names an SSH key: the first four bytes of the hash of its public part. */
final class SshFingerprint {
    private SshFingerprint() {}

    static String of(byte[] publicKey) {
        byte[] hash = Arrays.copyOf(sha("SHA-256", publicKey), 4);
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    static byte[] sha(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
