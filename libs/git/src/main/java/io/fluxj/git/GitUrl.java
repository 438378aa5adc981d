package io.fluxj.git;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a repository: {@code http}, {@code https} or {@code ssh}, with a host. Read as Go reads addresses: what stands before the last
 * {@code @} of the authority is name and password, and a path may hold characters that have to be escaped. Name and password are kept, but
 * shown by nothing in this library.
 *
 * @param scheme {@code http}, {@code https} or {@code ssh}
 * @param userInfo name and password as given, {@code name:password}; empty when there is none
 * @param place host, with {@code :port} if the address has it
 * @param path the rest, escaped; empty or with a slash, {@code ?} or {@code #} at its beginning
 */
public record GitUrl(String scheme, String userInfo, String place, String path) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ssh");
    private static final Pattern TEXT = Pattern.compile("([^:/?#]*)://([^/?#]*)(.*)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern USER_INFO = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*");

    /** Names that the internet standards forbid ({@code my_host}) are taken as they are. */
    private static final Pattern PLACE =
            Pattern.compile("([\\p{L}\\p{N}._~-]+|\\[[0-9A-Fa-f:.]+(?:%25[A-Za-z0-9._~-]+)?])(?::([0-9]*))?");

    private static final int LAST_PORT = 65_535;

    /** Checks scheme, host and port. */
    public GitUrl {
        require(SCHEMES.contains(scheme), "scheme must be http, https or ssh");
        require(USER_INFO.matcher(userInfo).matches(), "the name or password holds characters that must be escaped");
        require(!place.isEmpty() && !place.startsWith(":"), "a host is missing");
        require(PLACE.matcher(place).matches(), "invalid host or port");
        require(portOf(place, scheme) <= LAST_PORT, "the port is out of range");
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what is wrong, without repeating the address (it may hold a password)
     */
    public static GitUrl parse(String text) {
        require(!CONTROL.matcher(text).find(), "control characters are not allowed");
        Matcher parts = TEXT.matcher(text);
        require(parts.matches(), "it must begin with http://, https:// or ssh://");
        String authority = parts.group(2);
        int at = authority.lastIndexOf('@');
        return new GitUrl(
                parts.group(1),
                authority.substring(0, Math.max(at, 0)),
                authority.substring(at + 1),
                AddressPath.escaped(parts.group(3)));
    }

    /** Whether it is reached over SSH. */
    public boolean isSsh() {
        return scheme.equals("ssh");
    }

    /** The host. */
    public String host() {
        return part(place, 1);
    }

    /** The port, by default the scheme's own. */
    public int port() {
        return portOf(place, scheme);
    }

    /** Decoded name before {@code :} or {@code @} in the address; empty when there is none. */
    public String user() {
        return decode(userInfo.split(":", 2)[0]);
    }

    /** Decoded password in the address; empty when there is none. */
    public String password() {
        String[] parts = userInfo.split(":", 2);
        return parts.length == 2 ? decode(parts[1]) : "";
    }

    /** The address without name and password: what is asked of the network. */
    public String withoutUser() {
        return scheme + "://" + place + path;
    }

    /**
     * The address without a password, and over HTTP also without a name: fit for messages. A number before the first slash may be the beginning
     * of a password with a slash in it, where an {@code @} follows; then all before that is masked.
     */
    public String shown() {
        int at = path.lastIndexOf('@');
        if (userInfo.isEmpty() && !part(place, 2).isEmpty() && at >= 0) {
            return scheme + "://*****" + path.substring(at);
        }
        boolean named = isSsh() && !userInfo.isEmpty();
        return scheme + "://" + (named ? userInfo.split(":", 2)[0] + "@" : "") + place + path;
    }

    /** As {@link #shown}. */
    @Override
    public String toString() {
        return shown();
    }

    private static int portOf(String place, String scheme) {
        String port = part(place, 2);
        if (!port.isEmpty()) {
            return port.length() > 5 ? LAST_PORT + 1 : Integer.parseInt(port);
        }
        return switch (scheme) {
            case "ssh" -> 22;
            case "https" -> 443;
            default -> 80;
        };
    }

    private static String part(String place, int group) {
        Matcher parts = PLACE.matcher(place);
        return parts.matches() && parts.group(group) != null ? parts.group(group) : "";
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
