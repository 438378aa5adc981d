package io.fluxj.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Address of a repository: {@code http}, {@code https} or {@code ssh}, with a host. A name and password in it are kept,
 * but shown by nothing in this library.
 *
 * @param uri the address as given
 */
public record GitUrl(URI uri) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ssh");

    /** Checks scheme and host. */
    public GitUrl {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            throw new IllegalArgumentException("scheme must be http, https or ssh");
        }
        if (uri.getRawAuthority() == null || hostAndPort(uri)[0].isEmpty()) {
            throw new IllegalArgumentException("a host is missing");
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what is wrong, without repeating the address (it may hold a password)
     */
    public static GitUrl parse(String text) {
        try {
            return new GitUrl(new URI(text));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed.getReason() + " at index " + malformed.getIndex(), malformed);
        }
    }

    /** {@code http}, {@code https} or {@code ssh}. */
    public String scheme() {
        return uri.getScheme();
    }

    /** Whether it is reached over SSH. */
    public boolean isSsh() {
        return scheme().equals("ssh");
    }

    /** The host; names that the internet standards forbid ({@code my_host}) are taken as they are. */
    public String host() {
        return hostAndPort(uri)[0];
    }

    /** The port, by default the scheme's own. */
    public int port() {
        String port = hostAndPort(uri)[1];
        if (!port.isEmpty()) {
            return Integer.parseInt(port);
        }
        return switch (scheme()) {
            case "ssh" -> 22;
            case "https" -> 443;
            default -> 80;
        };
    }

    /** Decoded name before {@code :} or {@code @} in the address; empty when there is none. */
    public String user() {
        return decode(userInfo().split(":", 2)[0]);
    }

    /** Decoded password in the address; empty when there is none. */
    public String password() {
        String[] parts = userInfo().split(":", 2);
        return parts.length == 2 ? decode(parts[1]) : "";
    }

    /** The address without a password, and over HTTP also without a name: fit for messages. */
    public String shown() {
        String text = uri.toString();
        String info = userInfo();
        if (info.isEmpty()) {
            return text;
        }
        String kept = isSsh() ? info.split(":", 2)[0] + "@" : "";
        return text.replaceFirst("//[^/]*@", Matcher.quoteReplacement("//" + kept));
    }

    /** As {@link #shown}. */
    @Override
    public String toString() {
        return shown();
    }

    private String userInfo() {
        String authority = uri.getRawAuthority();
        return authority.substring(0, Math.max(authority.lastIndexOf('@'), 0));
    }

    /** {@link URI} itself knows no host whose name it deems wrong. */
    private static String[] hostAndPort(URI uri) {
        String authority = uri.getRawAuthority();
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = place.lastIndexOf(':');
        boolean hasPort =
                colon > place.lastIndexOf(']') && place.substring(colon + 1).matches("[0-9]{0,5}");
        return hasPort
                ? new String[] {place.substring(0, colon), place.substring(colon + 1)}
                : new String[] {place, ""};
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
