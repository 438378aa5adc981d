package io.fluxj.source.bucket.gcs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a bucket is.
 *
 * @param endpoint scheme and host, without a slash at its end
 * @param bucket its name
 */
public record GcsPlace(String endpoint, String bucket) {
    private static final Pattern ENDPOINT =
            Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern GOOGLE = Pattern.compile("https://(?:[a-z0-9-]{1,63}\\.){0,3}googleapis\\.com");
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,221}");

    /** Refuses what is no endpoint or no name of a bucket; the message names the field. */
    public GcsPlace {
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException("spec.endpoint must be a host, or host:port: '" + endpoint + "'");
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("spec.bucketName is no name of a bucket: '" + bucket + "'");
        }
    }

    /** Whether it is one of Google's own, which may be shown who the controller is. */
    public boolean isGoogles() {
        return GOOGLE.matcher(endpoint).matches();
    }

    /** The address of the bucket, or of what is in it. */
    URI address(String rest, Map<String, String> query) {
        String asked = new TreeMap<>(query)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + escaped(field.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(endpoint + "/storage/v1/b/" + escaped(bucket) + rest + (asked.isEmpty() ? "" : "?" + asked));
    }

    /** The address of an object, in whose name slashes are escaped too. */
    URI object(String key, Map<String, String> query) {
        return address("/o/" + escaped(key), query);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
