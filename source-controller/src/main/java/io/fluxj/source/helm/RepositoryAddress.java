package io.fluxj.source.helm;

import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Where a repository is.
 *
 * @param uri with a scheme and a host
 */
record RepositoryAddress(URI uri) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String INDEX = "index.yaml";

    /**
     * Reads {@code spec.url} of a repository with an index.
     *
     * @throws IllegalArgumentException saying what is wrong, without name and password
     */
    static RepositoryAddress parse(String url) {
        if (url.startsWith("oci://")) {
            throw new IllegalArgumentException("'oci' URL scheme cannot be used with 'default' HelmRepository type");
        }
        URI uri = uri(url);
        if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "parse \"" + shown(url) + "\": it must be http://host/path or https://host/path");
        }
        return new RepositoryAddress(uri);
    }

    /** Blanks in the path are escaped, as browsers do. */
    private static URI uri(String url) {
        try {
            int path = url.indexOf('/', url.indexOf("://") + 3);
            return path < 0
                    ? new URI(url)
                    : new URI(url.substring(0, path) + url.substring(path).replace(" ", "%20"));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    "parse \"" + shown(url) + "\": " + malformed.getReason().toLowerCase(java.util.Locale.ROOT),
                    malformed);
        }
    }

    /** What precedes the last {@code @} may be a password, however odd the rest looks. */
    private static String shown(String url) {
        return url.replaceFirst("(?s)//.*@", "//*****@");
    }

    /** Where the index is: the path with {@code index.yaml} behind it, without doubled slashes and dots; the query stays. */
    URI index() {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (uri.getRawPath() + "/" + INDEX).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + place() + "/" + String.join("/", parts) + query);
    }

    private String place() {
        String authority = uri.getRawAuthority();
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** Name and password in the address. */
    Optional<BasicAuth> user() {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .map(parts -> new BasicAuth(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : ""));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
