package io.fluxj.oci.http;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What is to be known of addresses. */
final class Addresses {
    /** This machine, private networks and names that only they know. Source: go-containerregistry. */
    private static final Pattern NEAR = Pattern.compile(
            "(?:localhost|.*\\.local(?:host)?|127\\.0\\.0\\.1|\\[::1\\]|10\\.[0-9.]+|192\\.168\\.[0-9.]+|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9.]+)(?::[0-9]+)?");

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?:localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|\\[::1\\])(?::[0-9]+)?");

    /** The one query that is shown: how many tags to a page. */
    private static final Pattern PAGE = Pattern.compile("n=[0-9]{1,9}");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Addresses() {}

    /** Whether a registry may be spoken to without TLS though nobody said so. */
    static boolean isNear(String registry) {
        return NEAR.matcher(registry).matches();
    }

    static boolean isThisMachine(String registry) {
        return THIS_MACHINE.matcher(registry).matches();
    }

    static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && host(one).equals(host(other))
                && port(one) == port(other);
    }

    /** Whether a step from one address to the other leaves TLS. */
    static boolean isDowngrade(URI from, URI to) {
        return "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    }

    static boolean isHttp(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    }

    /** Without user and query, which may be credentials; all but the size of a page. */
    static String shown(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return uri.getScheme() + "://" + uri.getHost() + port + path
                + (PAGE.matcher(query).matches() ? "?" + query : "");
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? HTTPS : HTTP;
    }
}
