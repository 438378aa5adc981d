package io.fluxj.oci.sigstore;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * That something is in a tree of which a log signed the head. Source: RFC 9162, §2.1.3.2.
 *
 * @param index of the leaf
 * @param size of the tree, in leaves
 * @param hashes beside the way from the leaf to the root
 * @param checkpoint the signed head
 */
record InclusionProof(long index, long size, List<byte[]> hashes, String checkpoint) {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the leaf is in the tree with the root. */
    boolean leadsTo(byte[] root, byte[] leaf) {
        return root(leaf).filter(found -> Arrays.equals(found, root)).isPresent();
    }

    private Optional<byte[]> root(byte[] leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long at = index;
        long last = size - 1;
        byte[] hash = hash(LEAF, leaf, new byte[0]);
        for (byte[] beside : hashes) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                hash = hash(NODE, beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(NODE, hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    private static byte[] hash(byte kind, byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind);
            digest.update(left);
            return digest.digest(right);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
