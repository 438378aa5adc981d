package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import org.jspecify.annotations.Nullable;

/**
 * An address as Go's {@code net/url} reads it; path, host and fragment are decoded.
 *
 * @param query as it is written
 */
record GoUrl(
        String scheme,
        String opaque,
        @Nullable User userinfo,
        String host,
        String path,
        String query,
        String fragment) {

    /** @param password null when there is none */
    record User(String name, @Nullable String password) {
        @Override
        public String toString() {
            String user = UrlEscapes.escape(name, UrlEscapes.Part.USER);
            return password == null ? user : user + ":" + UrlEscapes.escape(password, UrlEscapes.Part.USER);
        }
    }

    /** @throws GoError when the text is malformed */
    static GoUrl parse(String text) {
        int hash = text.indexOf('#');
        String url = hash < 0 ? text : text.substring(0, hash);
        try {
            GoUrl parsed = withoutFragment(url);
            String fragment = hash < 0 ? "" : UrlEscapes.unescape(text.substring(hash + 1), UrlEscapes.Part.FRAGMENT);
            return new GoUrl(
                    parsed.scheme, parsed.opaque, parsed.userinfo, parsed.host, parsed.path, parsed.query, fragment);
        } catch (GoError e) {
            throw new GoError("parse " + Quoting.quoted(text) + ": " + e.getMessage(), e);
        }
    }

    private static GoUrl withoutFragment(String url) {
        if (url.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new GoError("net/url: invalid control character in URL");
        }
        if (url.equals("*")) {
            return new GoUrl("", "", null, "", "*", "", "");
        }
        int colon = schemeEnd(url);
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        String rest = colon < 0 ? url : url.substring(colon + 1);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return new GoUrl(scheme, rest, null, "", "", query, "");
            }
            int slash = rest.indexOf('/');
            String segment = slash < 0 ? rest : rest.substring(0, slash);
            if (segment.contains(":")) {
                throw new GoError("first path segment in URL cannot contain colon");
            }
        }
        return withAuthority(scheme, rest, query);
    }

    private static GoUrl withAuthority(String scheme, String text, String query) {
        User user = null;
        String host = "";
        String rest = text;
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            host = UrlEscapes.host(authority.substring(at + 1));
            user = at < 0 ? null : user(authority.substring(0, at));
        }
        return new GoUrl(scheme, "", user, host, UrlEscapes.unescape(rest, UrlEscapes.Part.PATH), query, "");
    }

    private static User user(String text) {
        boolean valid = text.chars()
                .allMatch(c -> (Character.isLetterOrDigit(c) && c < 0x80) || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0);
        if (!valid) {
            throw new GoError("net/url: invalid userinfo");
        }
        int colon = text.indexOf(':');
        String name = UrlEscapes.unescape(colon < 0 ? text : text.substring(0, colon), UrlEscapes.Part.USER);
        return new User(name, colon < 0 ? null : UrlEscapes.unescape(text.substring(colon + 1), UrlEscapes.Part.USER));
    }

    /** Where the colon behind the scheme is, or -1. */
    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                if (i == 0) {
                    throw new GoError("missing protocol scheme");
                }
                return i;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
            if (!letter && !(other && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    /** The host without its port and without the brackets of an IPv6 address. */
    String hostname() {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0
                && colon > host.lastIndexOf(']')
                && host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        String name = port ? host.substring(0, colon) : host;
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            authority(out);
            String escaped = UrlEscapes.escape(path, UrlEscapes.Part.PATH);
            if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
                out.append('/');
            }
            if (out.isEmpty() && firstSegment(escaped).contains(":")) {
                out.append("./");
            }
            out.append(escaped);
        }
        out.append(query.isEmpty() ? "" : "?" + query);
        return out.append(fragment.isEmpty() ? "" : "#" + UrlEscapes.escape(fragment, UrlEscapes.Part.FRAGMENT))
                .toString();
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private void authority(StringBuilder out) {
        if (scheme.isEmpty() && host.isEmpty() && userinfo == null) {
            return;
        }
        if (!host.isEmpty() || !path.isEmpty() || userinfo != null) {
            boolean omitted = host.isEmpty() && userinfo == null && !path.startsWith("/");
            out.append(omitted ? "" : "//");
        }
        if (userinfo != null) {
            out.append(userinfo).append('@');
        }
        out.append(UrlEscapes.escape(host, UrlEscapes.Part.HOST));
    }
}
