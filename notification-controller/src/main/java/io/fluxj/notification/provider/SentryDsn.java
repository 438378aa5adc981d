package io.fluxj.notification.provider;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where Sentry is and who we are to it: {@code scheme://key[:secret]@host[:port]/[path/]project}.
 *
 * @param text as it was written
 * @param key public key
 * @param secret of old addresses; mostly empty
 * @param envelope where events are sent to
 */
record SentryDsn(String text, String key, String secret, URI envelope) {
    static SentryDsn parse(String text) throws DeliveryFailure {
        URI uri = uri(text);
        require("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()), "invalid scheme");
        String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        require(!user[0].isEmpty(), "empty username");
        require(uri.getHost() != null, "empty host");
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        int slash = path.lastIndexOf('/');
        require(slash >= 0 && slash + 1 < path.length(), "empty project id");
        String server = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        URI envelope =
                URI.create(server + path.substring(0, slash) + "/api/" + path.substring(slash + 1) + "/envelope/");
        return new SentryDsn(text, user[0], user.length > 1 ? user[1] : "", envelope);
    }

    private static URI uri(String text) throws DeliveryFailure {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new DeliveryFailure("[Sentry] DsnParseError: invalid url");
        }
    }

    private static void require(boolean holds, String otherwise) throws DeliveryFailure {
        if (!holds) {
            throw new DeliveryFailure("[Sentry] DsnParseError: " + otherwise);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SentryDsn[" + envelope + "]";
    }
}
