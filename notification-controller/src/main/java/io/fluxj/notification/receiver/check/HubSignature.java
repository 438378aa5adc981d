package io.fluxj.notification.receiver.check;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of bodies as {@code sha256=hex}, which GitHub made a custom. Messages are those of Go's client of GitHub. */
final class HubSignature {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** Checks the signature of a body, in a time that does not depend on how much of it is right. */
    static void require(String signature, byte[] body, byte[] token) throws CallRefused {
        if (signature.isEmpty()) {
            throw new CallRefused("missing signature");
        }
        int equals = signature.indexOf('=');
        if (equals < 0) {
            throw new CallRefused("error parsing signature " + quoted(signature));
        }
        String prefix = signature.substring(0, equals);
        String algorithm = ALGORITHMS.get(prefix);
        if (algorithm == null) {
            throw new CallRefused("unknown hash type prefix: " + quoted(prefix));
        }
        byte[] given = decoded(signature, signature.substring(equals + 1));
        if (!MessageDigest.isEqual(given, mac(algorithm, token, body))) {
            throw new CallRefused("payload signature check failed");
        }
    }

    private static byte[] decoded(String signature, String hex) throws CallRefused {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < hex.length(); i++) {
            int digit = hex.charAt(i) < 0x80 ? Character.digit(hex.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new CallRefused("error decoding signature %s: encoding/hex: invalid byte: U+%04X %s"
                        .formatted(quoted(signature), (int) hex.charAt(i), shown(hex.charAt(i))));
            }
            if (i / 2 < bytes.length) {
                bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
            }
        }
        if (hex.length() % 2 == 1) {
            throw new CallRefused(
                    "error decoding signature " + quoted(signature) + ": encoding/hex: odd length hex string");
        }
        return bytes;
    }

    private static String shown(char character) {
        String quoted = quoted(String.valueOf(character));
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    /** The message authentication code of a body. An empty token is a key too. */
    static byte[] mac(String algorithm, byte[] token, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // A key of zeros is the empty key, which Java refuses.
            mac.init(new SecretKeySpec(token.length == 0 ? new byte[1] : token, algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
