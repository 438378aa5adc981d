package io.fluxj.runtime.identity.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of posts without a query. Source: AWS, "Create a signed AWS API request".
 *
 * @param keys who signs
 * @param region that is asked
 * @param service that is asked
 */
public record AwsSignature(AwsKeys keys, String region, String service) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The headers to send.
     *
     * @param more headers that are signed too
     */
    public Map<String, String> headers(URI address, Map<String, String> more, String body, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        more.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("x-amz-date", TIME.format(now));
        if (!keys.session().isEmpty()) {
            headers.put("x-amz-security-token", keys.session());
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", address.getRawAuthority());
        headers.put("Authorization", authorization(address, signed, body, TIME.format(now)));
        return headers;
    }

    private String authorization(URI address, Map<String, String> signed, String body, String time) {
        String names = String.join(";", signed.keySet());
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String request = String.join("\n", "POST", path, "", lines, names, hex(sha256(body)));
        String text = String.join("\n", ALGORITHM, time, scope, hex(sha256(request)));
        byte[] key = hmac(hmac(hmac(hmac(bytes("AWS4" + keys.secret()), day), region), service), "aws4_request");
        return ALGORITHM + " Credential=" + keys.access() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + hex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
