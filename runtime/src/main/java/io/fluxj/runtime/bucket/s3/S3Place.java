package io.fluxj.runtime.bucket.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a bucket is.
 *
 * @param scheme {@code http} or {@code https}
 * @param endpoint host, with {@code :port} if it is not the scheme's own
 * @param bucket its name
 */
public record S3Place(String scheme, String endpoint, String bucket) {
    private static final Pattern ENDPOINT =
            Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](?::[0-9]{1,5})?");
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");
    private static final Pattern AMAZON =
            Pattern.compile("s3[.-](?:dualstack\\.)?(?:([a-z]{2}(?:-[a-z]+)+-[0-9]+)\\.)?amazonaws\\.com(?:\\.cn)?");
    private static final String UNESCAPED = "-._~";

    /** Refuses what is no endpoint or no name of a bucket; the message names the field. */
    public S3Place {
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(
                    "spec.endpoint must be a host, or host:port, without scheme and path: '" + endpoint + "'");
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("spec.bucketName is no name of a bucket: '" + bucket + "'");
        }
    }

    /** The region that the name of an endpoint of Amazon tells; empty for others. */
    public String region() {
        Matcher amazon = AMAZON.matcher(endpoint);
        boolean known = amazon.matches();
        return known && amazon.group(1) != null ? amazon.group(1) : "";
    }

    /** Amazon wants the bucket's name before the host's; a name with dots would not fit the certificate. */
    private boolean isBeforeHost() {
        return AMAZON.matcher(endpoint).matches() && bucket.indexOf('.') < 0;
    }

    /** The address of something within the bucket: an object's key, or empty for the bucket itself. */
    URI address(String key, Map<String, String> query) {
        String root = isBeforeHost() ? bucket + "." + endpoint + "/" : endpoint + "/" + bucket + "/";
        String parameters = new TreeMap<>(query)
                .entrySet().stream()
                        .map(parameter -> escaped(parameter.getKey(), "") + "=" + escaped(parameter.getValue(), ""))
                        .collect(Collectors.joining("&"));
        return URI.create(scheme + "://" + root + escaped(key, "/") + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String escaped(String text, String kept) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain || UNESCAPED.indexOf(c) >= 0 || kept.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append("%%%02X".formatted((int) c));
            }
        }
        return escaped.toString();
    }
}
