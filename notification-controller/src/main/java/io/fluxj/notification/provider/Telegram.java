package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Telegram, at its own address always. */
final class Telegram {
    private static final String SPECIAL = "_*[]()~`>#+-=|{}.!\\";

    private Telegram() {}

    static Service of(Settings settings) throws DeliveryFailure {
        if (settings.channel().isEmpty()) {
            throw new DeliveryFailure("empty Telegram channel");
        }
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("empty Telegram token");
        }
        URI address =
                Address.require("Telegram token", "https://api.telegram.org/bot" + settings.token() + "/sendMessage");
        String[] chat = settings.channel().split(":", 2);
        return Posting.always(notification -> Request.post(address, message(chat, notification)));
    }

    private static ObjectNode message(String[] chat, Notification notification) {
        ObjectNode message = Json.object("chat_id", chat[0]);
        if (chat.length > 1) {
            message.put("message_thread_id", chat[1]);
        }
        return message.put("text", text(notification)).put("parse_mode", "MarkdownV2");
    }

    private static String text(Notification notification) {
        String object = notification.kindInSmallLetters() + "/"
                + notification.object().name() + "/" + notification.object().namespace();
        StringBuilder text = new StringBuilder("*")
                .append(notification.isError() ? "🚨" : "💫")
                .append(' ')
                .append(escaped(object))
                .append("*\n")
                .append(escaped(notification.message()))
                .append('\n');
        notification.metadata().forEach((key, value) -> text.append("\\- *")
                .append(escaped(key))
                .append("*: ")
                .append(escaped(value))
                .append('\n'));
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (SPECIAL.indexOf(point) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(point);
        });
        return escaped.toString();
    }
}
