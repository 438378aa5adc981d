package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Google Chat. */
final class GoogleChat {
    private GoogleChat() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Google Chat hook URL", settings.address());
        return Posting.always(notification -> Request.post(address, message(notification)));
    }

    private static ObjectNode message(Notification notification) {
        String text = notification.isError()
                ? "<font color=\"#ff0000\">" + notification.message() + "</font>"
                : notification.message();
        ArrayNode sections = Json.array(section(
                Json.array(Json.object("textParagraph", Json.object("text", text), "keyValue", Json.nothing()))));
        if (!notification.metadata().isEmpty()) {
            sections.add(section(pairs(notification)));
        }
        ObjectNode header = Json.object(
                "title", notification.title(),
                "subtitle", notification.controller(),
                "imageUrl", Json.nothing(),
                "imageStyle", Json.nothing());
        return Json.object("cards", Json.array(Json.object("header", header, "sections", sections)));
    }

    private static ObjectNode section(ArrayNode widgets) {
        return Json.object("header", "", "widgets", widgets);
    }

    private static ArrayNode pairs(Notification notification) {
        ArrayNode widgets = Json.array();
        notification.metadata().forEach((key, value) -> {
            ObjectNode pair = Json.object(
                    "topLabel",
                    key,
                    "content",
                    value,
                    "contentMultiline",
                    false,
                    "bottomLabel",
                    Json.nothing(),
                    "icon",
                    Json.nothing());
            widgets.add(Json.object("textParagraph", Json.nothing(), "keyValue", pair));
        });
        return widgets;
    }
}
