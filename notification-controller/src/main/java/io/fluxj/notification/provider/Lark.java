package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Lark. */
final class Lark {
    private Lark() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Lark hook URL", settings.address());
        return Posting.always(notification -> Request.post(address, card(notification)));
    }

    private static ObjectNode card(Notification notification) {
        String title = (notification.isError() ? "🚨 " : "💫 ") + notification.title();
        ObjectNode header = Json.object(
                "title",
                Json.object("tag", "plain_text", "content", title),
                "template",
                notification.isError() ? "red" : "turquoise");
        ObjectNode text = Json.object("tag", "lark_md", "content", content(notification));
        ObjectNode card = Json.object(
                "config", Json.object("wide_screen_mode", true),
                "header", header,
                "elements", Json.array(Json.object("tag", "div", "text", text)));
        return Json.object("msg_type", "interactive", "card", card);
    }

    private static String content(Notification notification) {
        StringBuilder content =
                new StringBuilder("**").append(notification.message()).append("**\n\n");
        notification
                .metadata()
                .forEach((key, value) ->
                        content.append(key).append(": ").append(value).append('\n'));
        return content.toString();
    }
}
