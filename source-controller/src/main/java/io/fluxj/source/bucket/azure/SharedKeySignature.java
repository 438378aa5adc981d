package io.fluxj.source.bucket.azure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs GETs without a body by the key of an account. Source: Azure Storage, "Authorize with Shared Key".
 *
 * @param account whose key it is
 */
record SharedKeySignature(String account, BlobAccess.SharedKey key) {
    /**
     * What to send as {@code Authorization}.
     *
     * @param query of the address, not escaped
     * @param headers those that begin with {@code x-ms-}
     */
    String header(URI address, Map<String, String> query, Map<String, String> headers) {
        String lines = new TreeMap<>(headers)
                .entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
        String asked = new TreeMap<>(query)
                .entrySet().stream()
                        .map(field -> "\n" + field.getKey().toLowerCase(Locale.ROOT) + ":" + field.getValue())
                        .collect(Collectors.joining());
        String text = "GET" + "\n".repeat(12) + lines + "/" + account + address.getRawPath() + asked;
        return "SharedKey " + account + ":" + signature(text);
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.key()), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
