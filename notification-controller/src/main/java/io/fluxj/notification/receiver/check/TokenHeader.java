package io.fluxj.notification.receiver.check;

import io.fluxj.runtime.secret.NamedSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Calls that carry the token itself in a header. */
final class TokenHeader {
    private static final byte[] NONE = new byte[0];

    private TokenHeader() {}

    /** The token of a Receiver; empty where its Secret has an empty one. */
    static byte[] token(NamedSecret secret) {
        return secret.data().bytes("token").orElse(NONE);
    }

    /** Whether a header's value is the token, in a time that does not depend on how much of it is right. */
    static boolean holds(String value, NamedSecret secret) {
        byte[] token = token(secret);
        // Headers are bytes; which characters the server made of them, their sender did not say.
        boolean one = MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), token);
        boolean other = MessageDigest.isEqual(value.getBytes(StandardCharsets.ISO_8859_1), token);
        return one || other;
    }
}
