package io.fluxj.source.bucket.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a container is.
 *
 * @param endpoint address of the account, without a slash at its end; behind a host that is not Azure's the account may be the path
 * @param container its name
 */
public record BlobPlace(URI endpoint, String container) {
    private static final Pattern CONTAINER = Pattern.compile("\\$?[A-Za-z0-9][A-Za-z0-9-]{1,62}");
    private static final Pattern AZURE = Pattern.compile("[a-z0-9-]{3,60}(?:\\.z[0-9]{1,3})?\\.blob\\."
            + "(?:core\\.windows\\.net|core\\.chinacloudapi\\.cn|core\\.usgovcloudapi\\.net|storage\\.azure\\.net)");

    /** Refuses what is no name of a container. */
    public BlobPlace {
        if (!CONTAINER.matcher(container).matches()) {
            throw new IllegalArgumentException("spec.bucketName is no name of a container: '" + container + "'");
        }
    }

    /**
     * Reads an endpoint, whose scheme may be missing.
     *
     * @param plain whether it is spoken to without TLS where it does not say
     * @throws IllegalArgumentException that names the field
     */
    public static BlobPlace parse(String endpoint, boolean plain, String container) {
        String text = endpoint.contains("://") ? endpoint : (plain ? "http://" : "https://") + endpoint;
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            boolean known = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (known
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawUserInfo() == null) {
                return new BlobPlace(address, container);
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new IllegalArgumentException("spec.endpoint must be the address of an account, such as"
                + " https://account.blob.core.windows.net: '" + endpoint + "'");
    }

    /** The account: the first word of the host, or the path behind a host that has a name or number of its own. */
    String account() {
        String path = endpoint.getPath();
        return path.length() > 1
                ? path.substring(1).split("/", 2)[0]
                : endpoint.getHost().split("\\.", 2)[0];
    }

    /** Whether it is one of Azure's own, which may be shown who the controller is. */
    public boolean isAzures() {
        return "https".equals(endpoint.getScheme())
                && endpoint.getPort() < 0
                && AZURE.matcher(endpoint.getHost()).matches();
    }

    /**
     * The address of a blob, or of the container when there is no key.
     *
     * @param query escaped here
     */
    URI address(String key, Map<String, String> query) {
        String asked = new TreeMap<>(query)
                .entrySet().stream()
                        .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                        .collect(Collectors.joining("&"));
        String blob = key.isEmpty() ? "" : "/" + escaped(key).replace("%2F", "/");
        return URI.create(endpoint + "/" + escaped(container) + blob + (asked.isEmpty() ? "" : "?" + asked));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
