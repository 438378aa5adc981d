package io.fluxj.kube.cel;

import com.google.common.base.CharMatcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An absolute address, or an absolute path, as the real server takes it apart: more leniently than RFC 3986.
 *
 * @param scheme lower case, empty for a path
 * @param host with the port
 * @param path escaped
 * @param query as it is written
 * @param rest what follows the scheme of an address without slashes
 */
record RequestUrl(String scheme, String host, String path, String query, String rest) {
    private static final CharMatcher LETTERS = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher HEX =
            DIGITS.or(CharMatcher.inRange('a', 'f')).or(CharMatcher.inRange('A', 'F'));
    private static final CharMatcher UNRESERVED = LETTERS.or(DIGITS).or(CharMatcher.anyOf("-_.~"));
    private static final CharMatcher IN_PATH = UNRESERVED.or(CharMatcher.anyOf("$&+,/:;=@"));
    private static final CharMatcher KEPT_IN_PATH = IN_PATH.or(CharMatcher.anyOf("!'()*[]%"));
    private static final CharMatcher IN_HOST =
            UNRESERVED.or(CharMatcher.anyOf("!$&'()*+,;=:[]<>\"%")).or(CharMatcher.inRange('\u0080', '\uffff'));

    /** Reads an address; a failure tells why it is none. */
    static RequestUrl parse(String text) {
        try {
            return read(text);
        } catch (Failure e) {
            throw new Failure("parse " + io.fluxj.kube.json.Nodes.text(io.fluxj.kube.json.Nodes.FACTORY.textNode(text))
                    + ": " + e.getMessage());
        }
    }

    private static RequestUrl read(String text) {
        if (CharMatcher.inRange('\0', '\u001f').or(CharMatcher.is('\u007f')).matchesAnyOf(text)) {
            throw new Failure("net/url: invalid control character in URL");
        }
        if (text.isEmpty()) {
            throw new Failure("empty url");
        }
        String scheme = scheme(text);
        String rest = scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/")) {
            if (scheme.isEmpty() && !text.equals("*")) {
                throw new Failure("invalid URI for request");
            }
            return new RequestUrl(scheme.toLowerCase(Locale.ROOT), "", text.equals("*") ? "*" : "", query, rest);
        }
        String host = "";
        if (!scheme.isEmpty() && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            host = host(authority.substring(authority.lastIndexOf('@') + 1));
            rest = slash < 0 ? "" : rest.substring(slash);
        }
        return new RequestUrl(scheme.toLowerCase(Locale.ROOT), host, escaped(rest), query, "");
    }

    private static String scheme(String text) {
        int colon = text.indexOf(':');
        if (colon == 0) {
            throw new Failure("missing protocol scheme");
        }
        boolean there = colon > 0
                && LETTERS.matches(text.charAt(0))
                && LETTERS.or(DIGITS).or(CharMatcher.anyOf("+-.")).matchesAllOf(text.substring(0, colon));
        return there ? text.substring(0, colon) : "";
    }

    private static String host(String host) {
        int end = host.lastIndexOf(']');
        if (host.lastIndexOf('[') > 0) {
            throw new Failure("invalid IP-literal");
        }
        if (host.startsWith("[") && end < 0) {
            throw new Failure("missing ']' in host");
        }
        int colon = host.startsWith("[") ? end + 1 : host.indexOf(':');
        String port = colon < 0 ? "" : host.substring(colon);
        if (!port.isEmpty() && !(port.startsWith(":") && DIGITS.matchesAllOf(port.substring(1)))) {
            throw new Failure("invalid port \"" + port + "\" after host");
        }
        int wrong = IN_HOST.negate().indexIn(host);
        if (wrong >= 0) {
            throw new Failure("invalid character \"" + host.charAt(wrong) + "\" in host name");
        }
        checkEscapes(host);
        if (host.startsWith("[")) {
            AddressText.problem(host.substring(1, end)).ifPresent(problem -> {
                throw new Failure("invalid host: " + problem);
            });
        }
        return host;
    }

    private static void checkEscapes(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || !HEX.matchesAllOf(text.substring(at + 1, at + 3))) {
                String escape = text.substring(at, Math.min(at + 3, text.length()));
                throw new Failure("invalid URL escape \"" + escape + "\"");
            }
        }
    }

    /** The path as it is written when that is well-formed, or else escaped anew. */
    private static String escaped(String path) {
        checkEscapes(path);
        if (KEPT_IN_PATH.matchesAllOf(path)) {
            return path;
        }
        StringBuilder out = new StringBuilder();
        for (byte b : decoded(path.replace("+", "%2B")).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && IN_PATH.matches(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return out.toString();
    }

    String hostname() {
        if (host.startsWith("[")) {
            return host.substring(1, host.lastIndexOf(']'));
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? "" : host.substring(colon + 1);
    }

    /** Parameters by name; what is malformed is left out. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = wellFormed(equals < 0 ? pair : pair.substring(0, equals));
            String value = wellFormed(equals < 0 ? "" : pair.substring(equals + 1));
            if (!pair.isEmpty() && !pair.contains(";") && name != null && value != null) {
                out.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return out;
    }

    private static @Nullable String wellFormed(String text) {
        try {
            return decoded(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
