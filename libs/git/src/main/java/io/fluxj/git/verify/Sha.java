package io.fluxj.git.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that every Java runtime has. */
final class Sha {
    private Sha() {}

    /** The hash of some bytes. */
    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-2", impossible);
        }
    }
}
