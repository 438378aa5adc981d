package io.fluxj.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the hash of a line is made. */
public sealed interface Seal {
    /** Hexadecimal digits of a hash. */
    int LENGTH = 64;

    /** By anybody. */
    record Plain() implements Seal {}

    /** By those who have the key. */
    record Keyed(SecretKeySpec key) implements Seal {
        /** Without the key. */
        @Override
        public String toString() {
            return "Keyed";
        }
    }

    /** A seal with a key; without one when the key is empty. */
    static Seal of(byte[] key) {
        return key.length == 0 ? new Plain() : new Keyed(new SecretKeySpec(key, "HmacSHA256"));
    }

    /** The hash, in small hexadecimal digits. */
    default String hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of()
                    .formatHex(
                            switch (this) {
                                case Plain() ->
                                    MessageDigest.getInstance("SHA-256").digest(bytes);
                                case Keyed(SecretKeySpec key) -> mac(key, bytes);
                            });
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(key.getAlgorithm());
        mac.init(key);
        return mac.doFinal(bytes);
    }
}
