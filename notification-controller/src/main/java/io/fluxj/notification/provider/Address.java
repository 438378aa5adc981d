package io.fluxj.notification.provider;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that users write, read as strictly as Go reads request URIs. */
final class Address {
    private Address() {}

    /**
     * An address.
     *
     * @param called what messages call it, such as {@code Slack hook URL}
     * @throws DeliveryFailure when it is none
     */
    static URI require(String called, String text) throws DeliveryFailure {
        return parse(text, "invalid " + called + " " + text + ": '", "'");
    }

    /** An address in a message that begins otherwise. */
    static URI parse(String text, String before, String after) throws DeliveryFailure {
        if (text.isEmpty()) {
            throw new DeliveryFailure(before + "parse \"\": empty url" + after);
        }
        try {
            URI uri = new URI(escaped(text));
            if (uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new DeliveryFailure(before + "parse \"" + text + "\": invalid URI for request" + after);
    }

    /** Go takes some characters as they are that Java refuses. */
    private static String escaped(String text) {
        StringBuilder all = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '|', '"', '<', '>', '`', '{', '}', '^', '\\' -> all.append("%%%02X".formatted(point));
                default -> all.appendCodePoint(point);
            }
        });
        return all.toString();
    }

    /** The address with another path, no query and nobody's name. */
    static URI at(URI base, String path) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
    }

    /** The address with something after its path, before its query. */
    static URI below(URI base, String more) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        String joined = path.endsWith("/") ? path + more : path + "/" + more;
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + joined + query);
    }
}
