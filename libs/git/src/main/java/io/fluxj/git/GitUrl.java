package io.fluxj.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

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
        if (uri.getHost() == null) {
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
        return text.replaceFirst("//[^@/]*@", "//" + kept.replace("$", "\\$"));
    }

    /** As {@link #shown}. */
    @Override
    public String toString() {
        return shown();
    }

    private String userInfo() {
        String info = uri.getRawUserInfo();
        return info == null ? "" : info;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
