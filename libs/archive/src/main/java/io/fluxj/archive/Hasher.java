package io.fluxj.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.Blake3;

/** Computes one digest over bytes given piece by piece. Not for use by several threads at once. */
public sealed interface Hasher {

    /** Adds bytes. */
    void update(byte[] bytes, int offset, int length);

    /** The digest of all bytes added; the hasher is of no use afterwards. */
    Digest finish();

    /** A fresh hasher. */
    static Hasher of(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> ByProvider.of(algorithm, "SHA-256");
            case SHA384 -> ByProvider.of(algorithm, "SHA-384");
            case SHA512 -> ByProvider.of(algorithm, "SHA-512");
            case SHA1 -> ByProvider.of(algorithm, "SHA-1");
            case BLAKE3 -> new ByBlake3(Blake3.initHash());
        };
    }

    /** Algorithms that the JDK has. */
    record ByProvider(DigestAlgorithm algorithm, MessageDigest state) implements Hasher {
        static ByProvider of(DigestAlgorithm algorithm, String name) {
            try {
                return new ByProvider(algorithm, MessageDigest.getInstance(name));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no " + name, e);
            }
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            state.update(bytes, offset, length);
        }

        @Override
        public Digest finish() {
            return Digest.ofRaw(algorithm, state.digest());
        }
    }

    /** BLAKE3, which the JDK lacks. */
    record ByBlake3(Blake3 state) implements Hasher {
        private static final int LENGTH = 32;

        @Override
        public void update(byte[] bytes, int offset, int length) {
            state.update(bytes, offset, length);
        }

        @Override
        public Digest finish() {
            return Digest.ofRaw(DigestAlgorithm.BLAKE3, state.doFinalize(LENGTH));
        }
    }
}
