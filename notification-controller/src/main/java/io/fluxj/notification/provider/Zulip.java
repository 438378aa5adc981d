package io.fluxj.notification.provider;

import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.util.Map;

/** Zulip, at the API of the address's host. */
final class Zulip {
    private Zulip() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI server = Address.require("Zulip URL", settings.address());
        int slash = settings.channel().indexOf('/');
        if (slash < 0) {
            throw new DeliveryFailure(
                    "invalid Zulip channel format, expected <channel>/<topic>, got '" + settings.channel() + "'");
        }
        URI address = Address.at(server, "/api/v1/messages");
        String credentials =
                new BasicAuth(settings.username(), settings.credentials().password()).header();
        return Posting.always(notification -> Request.form(
                        address,
                        Map.of(
                                "type", "stream",
                                "to", settings.channel().substring(0, slash),
                                "topic", settings.channel().substring(slash + 1),
                                "content", Markdown.status(notification)))
                .with("Authorization", credentials));
    }
}
