package io.fluxj.notification.receiver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the webhook of a Receiver is. Who knows it can call it, so it is as secret as the token that it is made of.
 *
 * @param text as {@code /hook/digest}
 */
public record WebhookPath(String text) {
    /** What all of them begin with. */
    public static final String PREFIX = "/hook/";

    /**
     * The path of one Receiver. Source: flags-endpoints §4.
     *
     * @param token empty for {@code generic-oidc}
     */
    public static WebhookPath of(byte[] token, String name, String namespace) {
        MessageDigest digest = sha256();
        digest.update(token);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        return new WebhookPath(
                PREFIX + HexFormat.of().formatHex(digest.digest(namespace.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
