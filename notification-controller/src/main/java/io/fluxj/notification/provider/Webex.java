package io.fluxj.notification.provider;

import java.net.URI;

/** Webex. */
final class Webex {
    private Webex() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Webex hook URL", settings.address());
        return Posting.always(notification -> Request.post(
                        address, Json.object("roomId", settings.channel(), "markdown", markdown(notification)))
                .with("Authorization", "Bearer " + settings.token()));
    }

    private static String markdown(Notification notification) {
        StringBuilder text = new StringBuilder(notification.isError() ? "💣" : "✅")
                .append(" **")
                .append(notification.title())
                .append("**\n")
                .append(notification.message())
                .append('\n');
        notification.metadata().forEach((key, value) -> text.append(">**")
                .append(key)
                .append("**: ")
                .append(value)
                .append('\n'));
        return text.toString();
    }
}
