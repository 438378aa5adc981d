package io.fluxj.cli.act;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where a Receiver's webhook is: the SHA-256 of its token, name and namespace, so that only who knows the token finds it. */
final class WebhookPath {
    private WebhookPath() {}

    /** The path; the token of Receivers without Secret is empty. */
    static String of(String token, String name, String namespace) {
        return "/hook/" + HexFormat.of().formatHex(sha256(token + name + namespace));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
