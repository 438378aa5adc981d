package io.fluxj.runtime.target;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Tells of a private key whether it is an EC or an RSA key, which the client has to be told. */
final class KeyAlgorithm {
    private static final String PKCS8 = "-----BEGIN PRIVATE KEY-----";

    private KeyAlgorithm() {}

    /**
     * {@code EC} or {@code RSA}.
     *
     * @param data the PEM text in base64, as kubeconfigs have it
     * @throws IllegalArgumentException if it is no base64
     */
    static String of(String data) {
        String pem = new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
        boolean ec = pem.contains("BEGIN EC PRIVATE KEY") || (pem.contains(PKCS8) && isEc(pem));
        return ec ? "EC" : "RSA";
    }

    private static boolean isEc(String pem) {
        String body = pem.substring(pem.indexOf(PKCS8) + PKCS8.length());
        int end = body.indexOf("-----");
        byte[] key = Base64.getMimeDecoder().decode(end < 0 ? body : body.substring(0, end));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
