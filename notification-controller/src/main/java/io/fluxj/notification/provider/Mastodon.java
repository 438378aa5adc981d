package io.fluxj.notification.provider;

import java.net.URI;

/** Mastodon. Source: flux-2.10 §3.1. */
final class Mastodon {
    private static final String PATH = "/api/v1/statuses";
    private static final int LONGEST = 500;

    private Mastodon() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI given = Address.require("Mastodon server URL", settings.address());
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("empty Mastodon access token");
        }
        String path = given.getRawPath() == null ? "" : given.getRawPath();
        URI address = path.endsWith(PATH) ? given : Address.below(given, PATH.substring(1));
        return Posting.always(notification -> Request.post(address, Json.object("status", text(notification)))
                .with("Authorization", "Bearer " + settings.token())
                .with("Idempotency-Key", notification.key()));
    }

    private static String text(Notification notification) {
        StringBuilder text = new StringBuilder(notification.isError() ? "🚨 " : "💫 ")
                .append(notification.title())
                .append('\n')
                .append(notification.message());
        if (!notification.metadata().isEmpty()) {
            text.append("\n\n");
        }
        notification
                .metadata()
                .forEach((key, value) ->
                        text.append(key).append(": ").append(value).append('\n'));
        return cut(text.toString().strip());
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
