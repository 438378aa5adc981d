package io.fluxj.kube.discovery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests by which clients know documents again; as the real server's they are SHA-512. */
public final class Digests {
    private Digests() {}

    /** The digest of some pieces in upper case. */
    public static String of(List<byte[]> pieces) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            pieces.forEach(digest::update);
            return HexFormat.of().withUpperCase().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
