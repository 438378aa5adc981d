package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Microsoft Teams: an adaptive card, or a message card at the addresses of old connectors. */
final class MsTeams {
    private static final String SUMMARY = "summary";

    private MsTeams() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("MS Teams webhook URL", settings.address());
        return address.getHost().endsWith(".webhook.office.com")
                ? Posting.always(notification -> Request.post(address, messageCard(notification)))
                : Posting.always(notification -> Request.post(address, adaptiveCard(notification)));
    }

    private static ObjectNode messageCard(Notification notification) {
        ArrayNode facts = Json.array();
        notification.metadata().forEach((key, value) -> facts.add(Json.object("name", key, "value", value)));
        return Json.object(
                "@type",
                "MessageCard",
                "@context",
                "http://schema.org/extensions",
                "themeColor",
                notification.isError() ? "FF0000" : "0076D7",
                SUMMARY,
                notification.title(),
                "sections",
                Json.array(Json.object(
                        "activityTitle", notification.message(),
                        "activitySubtitle", notification.title(),
                        "facts", facts)));
    }

    private static ObjectNode adaptiveCard(Notification notification) {
        ObjectNode title = Json.object(
                "type", "TextBlock", "text", notification.title(), "size", "large", "weight", "bolder", "wrap", true);
        ObjectNode message = notification.isError()
                ? Json.object("type", "TextBlock", "text", notification.message(), "color", "attention", "wrap", true)
                : Json.object("type", "TextBlock", "text", notification.message(), "wrap", true);
        ObjectNode facts = Json.object("type", "FactSet", "facts", facts(notification));
        ObjectNode card = Json.object(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "body", Json.array(Json.object("type", "Container", "items", Json.array(title, message, facts))),
                "msteams", Json.object("width", "Full"));
        return Json.object(
                "type",
                "message",
                "attachments",
                Json.array(Json.object("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    /** The summary stands first. */
    private static ArrayNode facts(Notification notification) {
        ArrayNode facts = Json.array();
        String summary = notification.metadata().get(SUMMARY);
        if (summary != null) {
            facts.add(Json.object("title", SUMMARY, "value", summary));
        }
        notification.metadata().forEach((key, value) -> {
            if (!key.equals(SUMMARY)) {
                facts.add(Json.object("title", key, "value", value));
            }
        });
        return facts;
    }
}
