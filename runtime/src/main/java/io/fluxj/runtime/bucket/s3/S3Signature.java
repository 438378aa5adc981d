package io.fluxj.runtime.bucket.s3;

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
 * AWS Signature Version 4 of requests to S3. Source: the Amazon S3 API reference, "Authenticating Requests".
 *
 * @param keys who signs
 * @param region of the bucket
 */
record S3Signature(S3Keys keys, String region) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "s3";
    private static final String EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The headers to send.
     *
     * @param address whose query is in the order of its names, escaped as S3 wants it
     * @param more headers that are signed too, with names in small letters
     */
    Map<String, String> headers(URI address, Map<String, String> more, Instant now) {
        return headers(Request.get(address), more, now);
    }

    /**
     * What is signed.
     *
     * @param body SHA-256 of it, in hexadecimal
     */
    record Request(String method, URI address, String body) {

        static Request get(URI address) {
            return new Request("GET", address, EMPTY_BODY);
        }

        static Request delete(URI address) {
            return new Request("DELETE", address, EMPTY_BODY);
        }
    }

    /** As {@link #headers(URI, Map, Instant)}, of any request. */
    Map<String, String> headers(Request request, Map<String, String> more, Instant now) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("x-amz-content-sha256", request.body());
        headers.put("x-amz-date", TIME.format(now));
        if (!keys.token().isEmpty()) {
            headers.put("x-amz-security-token", keys.token());
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", request.address().getRawAuthority());
        headers.put("Authorization", authorization(request, signed, TIME.format(now)));
        return headers;
    }

    private String authorization(Request asked, Map<String, String> signed, String time) {
        URI address = asked.address();
        String names = String.join(";", signed.keySet());
        String scope = time.substring(0, 8) + "/" + region + "/" + SERVICE + "/aws4_request";
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String request = String.join("\n", asked.method(), address.getRawPath(), query, lines, names, asked.body());
        String text = String.join("\n", ALGORITHM, time, scope, hex(sha256(request)));
        String signature = hex(hmac(key(time.substring(0, 8)), text));
        return ALGORITHM + " Credential=" + keys.access() + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                + signature;
    }

    private byte[] key(String day) {
        byte[] first = ("AWS4" + keys.secret()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(first, day), region), SERVICE), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
