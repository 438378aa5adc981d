package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import java.net.URI;

/** Matrix. An event goes into a room once, however often it is sent. */
final class Matrix {
    private Matrix() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI server = Address.require("Matrix homeserver URL", settings.address());
        return Posting.always(notification -> {
            String path = "_matrix/client/r0/rooms/" + settings.channel() + "/send/m.room.message/"
                    + Hex.sha1(EventJson.bytes(notification.event()));
            return Request.json(
                            "PUT",
                            Address.below(server, path),
                            Json.object("body", text(notification), "msgtype", "m.text"))
                    .with("Authorization", "Bearer " + settings.token());
        });
    }

    private static String text(Notification notification) {
        StringBuilder text = new StringBuilder(notification.isError() ? "🚨 " : "💫 ")
                .append(notification.title())
                .append('\n')
                .append(notification.message())
                .append('\n');
        notification
                .metadata()
                .forEach((key, value) ->
                        text.append("- ").append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
