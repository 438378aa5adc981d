package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Private keys of client certificates: the client must be told of which algorithm they are, and by itself takes any in PKCS#8 for one of RSA. */
public final class ClientKeys {
    private static final String PKCS8 = "-----BEGIN PRIVATE KEY-----";

    private ClientKeys() {}

    /**
     * Looks into the key of a configuration, if it has one, and notes its algorithm there.
     *
     * @throws IllegalArgumentException if the key's data is no base64
     * @throws UncheckedIOException if the key's file cannot be read
     */
    public static void noteAlgorithm(Config config) {
        String pem = pem(config);
        if (pem != null) {
            boolean ec = pem.contains("BEGIN EC PRIVATE KEY") || (pem.contains(PKCS8) && isEc(pem));
            config.setClientKeyAlgo(ec ? "EC" : "RSA");
        }
    }

    private static @Nullable String pem(Config config) {
        String data = config.getClientKeyData();
        if (data != null && !data.isEmpty()) {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
        }
        String file = config.getClientKeyFile();
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the client's private key " + file + " cannot be read", unreadable);
        }
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
