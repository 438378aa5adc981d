package io.fluxj.runtime.identity.aws;

import io.fluxj.runtime.identity.Call;
import java.net.URI;
import java.net.URLEncoder;
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
 * AWS Signature Version 4 of posts without a query, of addresses that are asked for by whoever has them, and as the password of a Git repository. Source: AWS, "Create a signed AWS API request".
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
        return headers(new Call("POST", address, more, body), now);
    }

    /** The headers to send with a question, which has no query. */
    Map<String, String> headers(Call call, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("x-amz-date", TIME.format(now));
        if (!keys.session().isEmpty()) {
            headers.put("x-amz-security-token", keys.session());
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", call.address().getRawAuthority());
        headers.put("Authorization", authorization(call, signed, TIME.format(now)));
        return headers;
    }

    private String authorization(Call call, Map<String, String> signed, String time) {
        String names = String.join(";", signed.keySet());
        String scope = scope(time.substring(0, 8));
        String given = call.address().getRawPath();
        String path = given.isEmpty() ? "/" : given;
        String request = String.join("\n", call.method(), path, "", lines(signed), names, hex(sha256(call.body())));
        return ALGORITHM + " Credential=" + keys.access() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + signature(request, time);
    }

    /**
     * An address that anybody may get for some time, and which says who made it.
     *
     * @param address without a query
     * @param query what is asked
     * @param headers that have to be sent along, in small letters
     */
    public URI presigned(URI address, Map<String, String> query, Map<String, String> headers, Instant now) {
        String time = TIME.format(now);
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", address.getRawAuthority());
        Map<String, String> all = new TreeMap<>(query);
        all.put("X-Amz-Algorithm", ALGORITHM);
        all.put("X-Amz-Credential", keys.access() + "/" + scope(time.substring(0, 8)));
        all.put("X-Amz-Date", time);
        all.put("X-Amz-SignedHeaders", String.join(";", signed.keySet()));
        if (!keys.session().isEmpty()) {
            all.put("X-Amz-Security-Token", keys.session());
        }
        String asked = all.entrySet().stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String request = String.join(
                "\n", "GET", path, asked, lines(signed), String.join(";", signed.keySet()), hex(sha256("")));
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + "?" + asked
                + "&X-Amz-Signature=" + signature(request, time));
    }

    /** What CodeCommit takes as the password for a path. */
    String password(String host, String path, Instant now) {
        String time = TIME.format(now).replace("Z", "");
        return time + "Z" + signature("GIT\n" + path + "\n\nhost:" + host + "\n\nhost\n", time);
    }

    private String signature(String request, String time) {
        String day = time.substring(0, 8);
        String text = String.join("\n", ALGORITHM, time, scope(day), hex(sha256(request)));
        byte[] key = hmac(hmac(hmac(hmac(bytes("AWS4" + keys.secret()), day), region), service), "aws4_request");
        return hex(hmac(key, text));
    }

    private String scope(String day) {
        return day + "/" + region + "/" + service + "/aws4_request";
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
    }

    /** As the signature wants it: of other characters than letters, digits and four signs every byte is escaped. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
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
