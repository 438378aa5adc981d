package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Zoom. Source: flux-2.10 §3.1. */
final class Zoom {
    private Zoom() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Zoom incoming webhook URL", settings.address());
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("empty Zoom verification token");
        }
        URI whole = withFormat(address);
        return Posting.always(
                notification -> Request.post(whole, message(notification)).with("Authorization", settings.token()));
    }

    /** The whole format, unless the user asked for another one. */
    private static URI withFormat(URI address) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String field : query.split("&", -1)) {
            if (field.equals("format") || field.startsWith("format=")) {
                return address;
            }
        }
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return Address.at(address, path + "?" + (query.isEmpty() ? "" : query + "&") + "format=full");
    }

    private static ObjectNode message(Notification notification) {
        ObjectNode head = Json.object(
                "text", notification.title(),
                "sub_head", Json.object("text", notification.event().severity()));
        ArrayNode body = Json.array(Json.object("type", "message", "text", notification.message()));
        if (!notification.metadata().isEmpty()) {
            ArrayNode items = Json.array();
            notification.metadata().forEach((key, value) -> items.add(Json.object("key", key, "value", value)));
            body.add(Json.object("type", "fields", "items", items));
        }
        return Json.object("content", Json.object("head", head, "body", body));
    }
}
