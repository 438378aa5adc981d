package io.fluxj.runtime.start;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of leases. Source: flags-endpoints §6. */
final class LeaseName {
    private static final int DIGITS = 8;

    private LeaseName() {}

    /** The lease of a controller; each label selector has its own. */
    static String of(String controller, String labelSelector) {
        String name = controller + "-leader-election";
        return labelSelector.isEmpty()
                ? name
                : name + "-" + sha256(labelSelector).substring(0, DIGITS);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
